package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Three proposers on five servers, too many states to visit all: long walks through them, each from
 * a fixed seed, with losses, copies and crashes on the way. Every state on a walk is checked.
 */
class RandomWalkTest {
  private static final int WALKS = 60;
  private static final int LONGEST = 300;

  private static final Model.Bounds BOUNDS =
      new Model.Bounds(
          Map.of(
              new ServerId(1), List.of(ask("X"), ask("X2")),
              new ServerId(3), List.of(ask("Y"), ask("Y2")),
              new ServerId(5), List.of(ask("Z"), ask("Z2"))),
          10,
          20,
          6,
          Model.Network.EVERY_MESSAGE_WAITS);

  @Test
  void everyPropertyHoldsOnEveryWalk() {
    Map<Set<String>, Integer> ends = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (int seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed, Rules.ALL);
      assertEquals(Optional.empty(), walk.broken(), walk::toString);
      ends.merge(walk.chosen(), 1, Integer::sum);
    }
    assertEquals("{[X]=16, [Y]=18, [Z]=26}", ends.toString());
  }

  @Test
  void aWalkOfAWrongPaxosIsCaught() {
    Rules rules = Rules.ALL.without(Rule.KEEP_THE_PROMISE);
    assertTrue(
        IntStream.range(0, WALKS).anyMatch(seed -> new Walk(seed, rules).broken().isPresent()));
  }

  private static Input.Propose ask(String value) {
    return new Input.Propose(
        1,
        new Value(value),
        new ProposeOptions(6, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty()));
  }

  /** One run, chosen by a seed; it ends with a broken property, or after {@link #LONGEST} steps. */
  private static final class Walk {
    private final int seed;
    private final List<Move> moves = new ArrayList<>();
    private Optional<Property> broken = Optional.empty();
    private Property.View view;

    Walk(int seed, Rules rules) {
      this.seed = seed;
      Random random = new Random(seed);
      Model model = new Model(new Membership(5), rules, BOUNDS);
      Optional<World> world = Optional.of(model.initial());
      while (world.isPresent() && broken.isEmpty() && moves.size() < LONGEST) {
        view = model.view(world.get());
        broken = firstBroken(view);
        Optional<Choice> choice = choose(model, world.get(), random);
        choice.ifPresent(made -> moves.add(made.move));
        world = choice.map(Choice::world);
      }
    }

    private record Choice(Move move, World world) {}

    // Mostly deliveries: else nearly every round would end with a time-out.
    private static Optional<Choice> choose(Model model, World world, Random random) {
      List<Choice> deliveries = new ArrayList<>();
      List<Choice> others = new ArrayList<>();
      model.forEachMove(
          world,
          (move, next) ->
              (move instanceof Move.Deliver ? deliveries : others).add(new Choice(move, next)));
      boolean delivers = others.isEmpty() || random.nextInt(20) > 0;
      List<Choice> choices = delivers && !deliveries.isEmpty() ? deliveries : others;
      return choices.isEmpty()
          ? Optional.empty()
          : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private static Optional<Property> firstBroken(Property.View view) {
      for (Property property : Property.values()) {
        if (!property.holds(view)) {
          return Optional.of(property);
        }
      }
      return Optional.empty();
    }

    Optional<Property> broken() {
      return broken;
    }

    Set<String> chosen() {
      return view.chosen().stream()
          .map(proposal -> proposal.value().text())
          .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return "seed "
          + seed
          + ":\n"
          + moves.stream().map(Move::describe).collect(Collectors.joining("\n"));
    }
  }
}
