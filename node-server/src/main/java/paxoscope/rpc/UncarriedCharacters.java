package paxoscope.rpc;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the reason why a document is refused, if it is a character that XML cannot carry. */
final class UncarriedCharacters {

  // Written out, or as a reference such as &#0; or &#xFFFE; (XML 1.0 sections 2.2 and 4.1).
  private static final Pattern CHARACTER =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));");

  private UncarriedCharacters() {}

  /**
   * Looks through a document that is not well-formed.
   *
   * @param xml the document's bytes
   * @throws NodeFault that names the first such character, if there is one
   */
  static void requireNone(byte[] xml) {
    Matcher matcher = CHARACTER.matcher(new String(xml, StandardCharsets.UTF_8));
    while (matcher.find()) {
      int character = character(matcher);
      if (!isCarried(character)) {
        throw new NodeFault(
            NodeFault.Code.NOT_A_CALL,
            "The call contains the character U+%04X, which XML cannot carry: leave it out."
                .formatted(character));
      }
    }
  }

  private static int character(Matcher found) {
    if (found.group(1) != null) {
      return Integer.parseInt(found.group(1), 16);
    }
    return found.group(2) != null ? Integer.parseInt(found.group(2)) : found.group().charAt(0);
  }

  private static boolean isCarried(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < 0xFFFE)
        || (character >= Character.MIN_SUPPLEMENTARY_CODE_POINT
            && character <= Character.MAX_CODE_POINT);
  }
}
