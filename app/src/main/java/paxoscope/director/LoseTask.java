package paxoscope.director;

import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/** Loses every request of a proposer to some servers. */
final class LoseTask implements Task {

  private final ServerId proposer;
  private final List<ServerId> targets;
  private String caption;

  LoseTask(ServerId proposer, List<ServerId> targets, String caption) {
    this.proposer = proposer;
    this.targets = targets;
    this.caption = caption;
  }

  @Override
  public Answer plan(ClusterState state) {
    Optional<HeldItem> item =
        Plans.first(
            state,
            held ->
                held.content().leg() == Leg.REQUEST
                    && held.content().from().equals(proposer)
                    && targets.contains(held.content().to()));
    return item.<Answer>map(held -> new Answer.Next(Plans.drop(held, caption))).orElse(DONE);
  }

  @Override
  public void taken() {
    // The next one is found by what is still held; the words stand with the first.
    caption = "";
  }
}
