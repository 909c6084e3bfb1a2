package paxoscope.node;

import paxoscope.protocol.Value;

/** Text of unknown origin, made fit to be reported. */
final class XmlCharacters {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlCharacters() {}

  /**
   * Replaces what XML cannot carry, so that a file that somebody has written to can be shown.
   *
   * @param text any text
   * @return the same text if all of it can be carried
   */
  static String carried(String text) {
    String whole =
        text.length() <= Value.MAXIMUM_BYTES ? text : text.substring(0, Value.MAXIMUM_BYTES);
    StringBuilder out = new StringBuilder(whole.length());
    whole
        .codePoints()
        .map(character -> isCarried(character) ? character : REPLACEMENT)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  // XML 1.0 section 2.2 (Char).
  private static boolean isCarried(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
