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

  private static final String SEPARATOR = "\t";
  private static final String MARK = "row";

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

  /** The row as a line, by which another process tells it. */
  String line() {
    return String.join(
        SEPARATOR, MARK, what, figure, aim, met.map(Object::toString).orElse("without an aim"));
  }

  /**
   * Reads such a line.
   *
   * @param line any line
   * @return the row; empty if it is another line
   */
  static Optional<Row> ofLine(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return parts[0].equals(MARK)
        ? Optional.of(
            new Row(
                parts[1],
                parts[2],
                parts[3],
                parts[3].isEmpty()
                    ? Optional.empty()
                    : Optional.of(Boolean.parseBoolean(parts[4]))))
        : Optional.empty();
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
