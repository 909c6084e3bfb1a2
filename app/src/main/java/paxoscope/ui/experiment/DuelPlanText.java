package paxoscope.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import paxoscope.experiment.DuelPlan;
import paxoscope.ui.words.UiText;

/**
 * A plan as it is typed.
 *
 * @param repeats how many duels at each position
 * @param seed where the seeds come from
 * @param dial the positions, with commas between them
 */
record DuelPlanText(String repeats, String seed, String dial) {

  static DuelPlanText of(DuelPlan plan) {
    return new DuelPlanText(
        Integer.toString(plan.repeats()),
        Integer.toString(plan.seed()),
        plan.dial().stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with one clear line if it is no plan
   */
  DuelPlan plan() {
    List<Integer> positions = new ArrayList<>();
    for (String position : dial.split("[, ]+")) {
      positions.add(number("dial", position));
    }
    return new DuelPlan(
        number("repeats", repeats.strip()),
        number("seed", seed.strip()),
        positions,
        DuelPlan.USUAL.bound());
  }

  private static int number(String name, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          UiText.of("experiment.no-number", UiText.of("experiment." + name), text));
    }
    return Integer.parseInt(text);
  }
}
