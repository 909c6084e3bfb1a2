package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/** Delivers the replies of some servers to a proposer, one after another. */
final class RepliesTask implements Task {

  private final Optional<Outbound.Kind> request;
  private final ServerId proposer;
  private final List<ServerId> repliers;
  private final Optional<ProposalNumber> number;
  private final String column;
  private String caption;
  private final List<ServerId> missed = new ArrayList<>();
  private int done;

  RepliesTask(
      Optional<Outbound.Kind> request,
      ServerId proposer,
      List<ServerId> repliers,
      Optional<ProposalNumber> number,
      String column,
      String caption) {
    this.request = request;
    this.proposer = proposer;
    this.repliers = repliers;
    this.number = number;
    this.column = column;
    this.caption = caption;
  }

  @Override
  public Answer plan(ClusterState state) {
    while (done < repliers.size()) {
      ServerId replier = repliers.get(done);
      Optional<HeldItem> item = Plans.first(state, held -> fits(held.content(), replier));
      if (item.isPresent()) {
        return new Answer.Next(Plans.release(item.get(), column, caption));
      }
      missed.add(replier);
      done++;
    }
    return DONE;
  }

  private boolean fits(Outbound content, ServerId replier) {
    return content.leg() == Leg.REPLY
        && content.to().equals(proposer)
        && content.from().equals(replier)
        && number.map(content.number()::equals).orElse(true)
        && request.map(kind -> Plans.answers(content, kind)).orElse(true);
  }

  @Override
  public void taken() {
    caption = "";
    done++;
  }

  @Override
  public List<ServerId> missed() {
    return missed;
  }
}
