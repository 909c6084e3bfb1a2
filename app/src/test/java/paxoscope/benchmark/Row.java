package paxoscope.benchmark;

import java.util.Locale;
import java.util.Optional;

/**
 * A row of the table.
 *
 * @param what was measured
 * @param figure what came out, with its unit
 * @param aim what it should be; empty text if there is no aim
 * @param met whether the aim is met; empty if there is none
 */
record Row(String what, String figure, String aim, Optional<Boolean> met) {

  /**
   * A figure that is told without an aim.
   *
   * @param what was measured
   * @param figure what came out, with its unit
   */
  static Row of(String what, String figure) {
    return new Row(what, figure, "", Optional.empty());
  }

  /**
   * A figure that must not be larger than its aim.
   *
   * @param what was measured
   * @param figure what came out
   * @param aim the largest that is good
   * @param unit of both
   */
  static Row atMost(String what, double figure, double aim, String unit) {
    return new Row(
        what, number(figure) + unit, "at most " + number(aim) + unit, Optional.of(figure <= aim));
  }

  /**
   * A figure that must not be smaller than its aim.
   *
   * @param what was measured
   * @param figure what came out
   * @param aim the smallest that is good
   * @param unit of both
   */
  static Row atLeast(String what, double figure, double aim, String unit) {
    return new Row(
        what, number(figure) + unit, "at least " + number(aim) + unit, Optional.of(figure >= aim));
  }

  /**
   * A number as the table writes it: to the hundredth if it is small.
   *
   * @param value any
   */
  static String number(double value) {
    String text = String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.2f" : "%.0f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
