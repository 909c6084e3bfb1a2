package paxoscope.export;

/**
 * Any text for LaTeX, so that it is printed as it stands and nothing in it is a command.
 *
 * <p>Letters that the fonts of pdflatex do not have are printed by their number, such as U+4E2D.
 */
final class LatexText {

  private static final int LAST_LATIN_LETTER = 0xFF;

  private LatexText() {}

  static String of(String text) {
    StringBuilder latex = new StringBuilder();
    text.codePoints().forEach(character -> latex.append(character(character)));
    return latex.toString();
  }

  private static String character(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + Character.toString(character);
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\textquotedbl{}";
      // Ligatures such as -- and `` would change what is read.
      case '-' -> "{-}";
      case '\'' -> "{\\textquotesingle}";
      case '`' -> "{\\textasciigrave}";
      case ',' -> "{,}";
      case '?' -> "{?}";
      case '!' -> "{!}";
      case '…' -> "\\ldots{}";
      case '“' -> "\\textquotedblleft{}";
      case '”' -> "\\textquotedblright{}";
      default -> plain(character);
    };
  }

  private static String plain(int character) {
    boolean ascii = character >= ' ' && character < 0x7F;
    boolean latin = character >= 0xC0 && character <= LAST_LATIN_LETTER;
    return ascii || latin && Character.isLetter(character)
        ? Character.toString(character)
        : "\\texttt{U+%04X}".formatted(character);
  }
}
