package paxoscope.command;

/** Values in one short line, whatever they hold. */
final class ShownText {

  private static final int LONGEST = 40;

  private ShownText() {}

  /**
   * Makes a value fit for a line.
   *
   * @param value any text
   * @return the text with line ends and tabs shown as marks, and cut where it is long
   */
  static String of(String value) {
    String line = value.replace("\n", "\u21B5").replace("\t", "\u21E5");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
  }
}
