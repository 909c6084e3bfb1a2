package paxoscope.director;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;

/** Loses or doubles every request of a proposer that waits for some servers. */
final class MishapTask implements Task {

  private final boolean lost;
  private final ServerId proposer;
  private final List<ServerId> targets;
  private final List<ServerId> missed = new ArrayList<>();
  private String caption;
  private Optional<Deque<ItemName>> waiting = Optional.empty();

  MishapTask(boolean lost, ServerId proposer, List<ServerId> targets, String caption) {
    this.lost = lost;
    this.proposer = proposer;
    this.targets = targets;
    this.caption = caption;
  }

  @Override
  public Answer plan(ClusterState state) {
    // Only what waits at the beginning: a copy is a request that waits as well.
    Deque<ItemName> left = waiting.orElseGet(() -> requests(state));
    waiting = Optional.of(left);
    while (!left.isEmpty()) {
      ItemName name = left.peek();
      Optional<HeldItem> item = Plans.first(state, held -> held.name().equals(name));
      if (item.isPresent()) {
        return new Answer.Next(
            lost ? Plans.drop(item.get(), caption) : Plans.duplicate(item.get(), caption));
      }
      left.remove();
    }
    return DONE;
  }

  private Deque<ItemName> requests(ClusterState state) {
    Deque<ItemName> names = new ArrayDeque<>();
    state.held().stream()
        .filter(held -> !held.orphaned())
        .filter(held -> held.content().leg() == Leg.REQUEST)
        .filter(held -> held.content().from().equals(proposer))
        .filter(held -> targets.contains(held.content().to()))
        .forEach(held -> names.add(held.name()));
    missed.addAll(targets);
    names.forEach(name -> missed.remove(name.to()));
    return names;
  }

  @Override
  public void taken() {
    // The words stand with the first.
    caption = "";
    waiting.ifPresent(Deque::remove);
  }

  @Override
  public List<ServerId> missed() {
    return missed;
  }
}
