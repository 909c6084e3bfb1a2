package paxoscope.picture;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the inks look like in one theme.
 *
 * @param colours {@code #RRGGBB} for every ink
 */
public record Palette(Map<Ink, String> colours) {

  private static final Pattern TOKEN = Pattern.compile("(-px-[a-z-]+):\\s*(#[0-9A-Fa-f]{6})\\s*;");

  /**
   * Keeps an own copy.
   *
   * @throws IllegalArgumentException if an ink has no colour
   */
  public Palette {
    colours = Map.copyOf(colours);
    for (Ink ink : Ink.values()) {
      if (!colours.containsKey(ink)) {
        throw new IllegalArgumentException("The theme has no " + ink.token() + ".");
      }
    }
  }

  /**
   * Reads the tokens of a theme.
   *
   * @param css the text of its style sheet
   * @return its palette
   * @throws IllegalArgumentException if a token is missing
   */
  public static Palette parse(String css) {
    Map<String, String> tokens = new java.util.HashMap<>();
    Matcher matcher = TOKEN.matcher(css);
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    Map<Ink, String> colours = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      String colour = tokens.get(ink.token());
      if (colour != null) {
        colours.put(ink, colour);
      }
    }
    return new Palette(colours);
  }

  /**
   * The colour of an ink.
   *
   * @param ink the ink
   * @return {@code #RRGGBB}
   */
  public String hex(Ink ink) {
    return colours.get(ink);
  }
}
