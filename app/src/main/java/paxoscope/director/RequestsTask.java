package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/**
 * Delivers a proposer's requests of one kind to some servers, one after another, and then the
 * replies. What is not there (its sender has died, its round is over) is passed over.
 */
final class RequestsTask implements Task {

  private final Outbound.Kind kind;
  private final ServerId proposer;
  private final List<ServerId> targets;
  private final Supplier<String> columnWhenNeeded;
  private final boolean withReplies;
  private String caption;
  private String column;
  private Optional<ProposalNumber> number = Optional.empty();
  private final List<ServerId> missed = new ArrayList<>();
  private int done;

  RequestsTask(
      Outbound.Kind kind,
      ServerId proposer,
      List<ServerId> targets,
      Supplier<String> columnWhenNeeded,
      boolean withReplies,
      String caption) {
    this.kind = kind;
    this.proposer = proposer;
    this.targets = targets;
    this.columnWhenNeeded = columnWhenNeeded;
    this.withReplies = withReplies;
    this.caption = caption;
  }

  @Override
  public Answer plan(ClusterState state) {
    while (done < targets.size()) {
      Optional<HeldItem> item = find(state, targets.get(done));
      if (item.isPresent()) {
        number = Optional.of(item.get().content().number());
        if (column == null) {
          column = columnWhenNeeded.get();
        }
        return new Answer.Next(Plans.release(item.get(), column, caption));
      }
      missed.add(targets.get(done));
      done++;
    }
    return number.isPresent() && withReplies
        ? new Answer.Done(
            List.of(new RepliesTask(Optional.of(kind), proposer, targets, number, column, "")))
        : DONE;
  }

  private Optional<HeldItem> find(ClusterState state, ServerId target) {
    return Plans.newest(
        state,
        item ->
            item.content().kind() == kind
                && item.content().from().equals(proposer)
                && item.content().to().equals(target)
                && number.map(item.content().number()::equals).orElse(true));
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
