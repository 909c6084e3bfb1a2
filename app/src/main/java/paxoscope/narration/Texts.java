package paxoscope.narration;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bundle's texts, with their {@code {places}} filled in. */
final class Texts {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("paxoscope.narration.Narration");
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private Texts() {}

  /**
   * Fills a text in.
   *
   * @param key the text's key
   * @param words what stands in its places
   * @return the text
   * @throws IllegalArgumentException if a place has no word: the bundle and the code disagree
   */
  static String fill(String key, Map<String, String> words) {
    return PLACE
        .matcher(BUNDLE.getString(key))
        .replaceAll(place -> Matcher.quoteReplacement(word(key, place.group(1), words)));
  }

  static String fill(Phrase phrase, Map<String, String> words) {
    return fill(phrase.key(), words);
  }

  static String fill(Phrase phrase) {
    return fill(phrase.key(), Map.of());
  }

  /** Fills a text in and makes its first letter a capital. */
  static String sentence(String key, Map<String, String> words) {
    String text = fill(key, words);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String word(String key, String place, Map<String, String> words) {
    String word = words.get(place);
    if (word == null) {
      throw new IllegalArgumentException(
          "The text '" + key + "' has a place {" + place + "} that nothing fills.");
    }
    return word;
  }
}
