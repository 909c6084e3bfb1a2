package paxoscope.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Goes through every state of a {@link Model} that can be reached, breadth first, and checks each
 * property in each of them. It stops at the first state that breaks one; breadth first, no shorter
 * run breaks any.
 */
final class StateSpace {

  /**
   * What the search has found.
   *
   * @param states how many different states there are; up to the broken one if there is one
   * @param moves how many moves lead from all these states
   * @param chosen every set of values that is chosen in some state
   * @param counterexample the shortest run that breaks a property
   */
  record Findings(
      int states, long moves, Set<Set<String>> chosen, Optional<Counterexample> counterexample) {}

  /**
   * A run that breaks a property.
   *
   * @param broken the property
   * @param steps the moves, in words
   * @param end the state after the last of them
   */
  record Counterexample(Property broken, List<String> steps, Property.View end) {
    @Override
    public String toString() {
      return IntStream.range(0, steps.size())
          .mapToObj(index -> "%3d. %s\n".formatted(index + 1, steps.get(index)))
          .collect(Collectors.joining("", broken + " is broken:\n", ""));
    }
  }

  private final Model model;
  private final Set<Property> properties;
  private final Queue<World> waiting = new ArrayDeque<>();
  private final Set<Set<String>> chosen = new HashSet<>();
  private long[] fingerprints = new long[1024];
  private int[] parents = new int[1024];
  private int[] buckets = new int[4096];
  private int count;
  private long moves;
  private Optional<Counterexample> counterexample = Optional.empty();

  private StateSpace(Model model, Set<Property> properties) {
    this.model = model;
    this.properties = properties;
  }

  static Findings explore(Model model) {
    return explore(model, EnumSet.allOf(Property.class));
  }

  static Findings explore(Model model, Set<Property> properties) {
    return new StateSpace(model, properties).explore();
  }

  private Findings explore() {
    int expanded = 0;
    discover(model.initial(), 0);
    while (!waiting.isEmpty() && counterexample.isEmpty()) {
      int parent = expanded++;
      model.forEachMove(
          waiting.remove(),
          (move, next) -> {
            moves++;
            discover(next, parent);
          });
    }
    return new Findings(count, moves, Set.copyOf(chosen), counterexample);
  }

  private void discover(World world, int parent) {
    if (counterexample.isPresent() || !add(world.fingerprint(), parent)) {
      return;
    }
    waiting.add(world);
    Property.View view = model.view(world);
    for (Property property : properties) {
      if (!property.holds(view)) {
        counterexample = Optional.of(new Counterexample(property, stepsTo(count - 1), view));
        return;
      }
    }
    chosen.add(
        view.chosen().stream()
            .map(proposal -> proposal.value().text())
            .collect(Collectors.toSet()));
  }

  private boolean add(long fingerprint, int parent) {
    int bucket = bucketOf(fingerprint);
    if (buckets[bucket] != 0) {
      return false;
    }
    if (count == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * count);
      parents = Arrays.copyOf(parents, 2 * count);
      buckets = new int[2 * buckets.length];
      for (int index = 0; index < count; index++) {
        buckets[bucketOf(fingerprints[index])] = index + 1;
      }
      bucket = bucketOf(fingerprint);
    }
    fingerprints[count] = fingerprint;
    parents[count] = parent;
    count++;
    buckets[bucket] = count;
    return true;
  }

  // The bucket that holds the fingerprint, or the empty one where it belongs. A bucket holds the
  // place in the order of discovery plus one; 0 is empty.
  private int bucketOf(long fingerprint) {
    int mask = buckets.length - 1;
    int bucket = (int) fingerprint & mask;
    while (buckets[bucket] != 0 && fingerprints[buckets[bucket] - 1] != fingerprint) {
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  private List<String> stepsTo(int last) {
    List<Long> path = new ArrayList<>();
    for (int index = last; index != 0; index = parents[index]) {
      path.add(fingerprints[index]);
    }
    Collections.reverse(path);
    List<String> steps = new ArrayList<>();
    World[] now = {model.initial()};
    for (long wanted : path) {
      World[] next = new World[1];
      model.forEachMove(
          now[0],
          (move, world) -> {
            if (next[0] == null && world.fingerprint() == wanted) {
              next[0] = world;
              steps.add(move.describe());
            }
          });
      now = next;
    }
    return steps;
  }
}
