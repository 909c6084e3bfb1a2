package paxoscope.protocol;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search of {@link StateSpace} once more, as plainly as it can be written: it keeps whole
 * states instead of hashes.
 *
 * @param states how many states there are
 * @param situations what servers are in and what has ever happened, whatever is on its way
 */
record PlainSearch(int states, Set<Property.View> situations) {

  static PlainSearch of(Model model) {
    Set<List<Object>> states = new HashSet<>();
    Set<Property.View> situations = new HashSet<>();
    Queue<World> waiting = new ArrayDeque<>(List.of(model.initial()));
    while (!waiting.isEmpty()) {
      World world = waiting.remove();
      if (states.add(everythingOf(world))) {
        situations.add(model.view(world));
        model.forEachMove(world, (move, next) -> waiting.add(next));
      }
    }
    return new PlainSearch(states.size(), situations);
  }

  private static List<Object> everythingOf(World world) {
    return List.of(
        Arrays.stream(world.servers()).boxed().toList(),
        Arrays.stream(world.network()).boxed().toList(),
        world.history(),
        world.losses(),
        world.duplicates(),
        world.crashes());
  }

  /** The situations as far as acceptors and proposers see them: without what is only learned. */
  Set<List<Object>> situationsOfAcceptorsAndProposers() {
    return situations.stream()
        .map(
            view ->
                List.<Object>of(
                    view.servers().stream()
                        .map(server -> List.of(server.acceptor(), server.proposers()))
                        .toList(),
                    view.history()))
        .collect(Collectors.toSet());
  }
}
