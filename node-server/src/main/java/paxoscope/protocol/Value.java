package paxoscope.protocol;

import java.nio.charset.StandardCharsets;

/**
 * A value that the cluster can choose: any non-empty text that XML 1.0 can carry.
 *
 * @param text at most {@value #MAXIMUM_BYTES} bytes in UTF-8
 */
public record Value(String text) {

  /** The longest value, in bytes of UTF-8. */
  public static final int MAXIMUM_BYTES = 64 * 1024;

  /**
   * Checks that the text can be carried unchanged.
   *
   * @throws IllegalArgumentException with one clear line if it is empty, too long, or has a
   *     character that XML cannot carry or would change (a carriage return arrives as a line feed)
   */
  public Value {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A value must not be empty.");
    }
    if (text.length() > MAXIMUM_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
      throw new IllegalArgumentException("A value must not be longer than 64 KiB.");
    }
    text.codePoints()
        .filter(character -> !isCarriedByXml(character))
        .findFirst()
        .ifPresent(Value::refuse);
  }

  private static void refuse(int character) {
    if (character == '\r') {
      throw new IllegalArgumentException(
          "A value must not contain a carriage return (U+000D): on its way XML turns it into a line"
              + " feed.");
    }
    throw new IllegalArgumentException(
        "A value must not contain the character U+%04X: XML cannot carry it.".formatted(character));
  }

  // XML 1.0 section 2.2 (Char), without the carriage return, which section 2.11 turns into LF.
  private static boolean isCarriedByXml(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  @Override
  public String toString() {
    return text;
  }
}
