package paxoscope.diagram;

import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paxoscope.narration.Words;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.Value;
import paxoscope.trace.Box;

/** The texts of the box diagram. */
final class SlideText {

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("paxoscope.diagram.Slide");
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private SlideText() {}

  static String of(String key, Map<String, ?> words) {
    return PLACE
        .matcher(BUNDLE.getString(key))
        .replaceAll(place -> Matcher.quoteReplacement(word(key, place.group(1), words)));
  }

  static String of(String key) {
    return of(key, Map.of());
  }

  private static String word(String key, String place, Map<String, ?> words) {
    Object word = words.get(place);
    if (word == null) {
      throw new IllegalArgumentException(
          "The text '" + key + "' has a place {" + place + "} that nothing fills.");
    }
    return word.toString();
  }

  /** A small number as a word. */
  static String number(int number) {
    String key = "number." + number;
    return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : Integer.toString(number);
  }

  static String value(String text) {
    return Words.value(new Value(text));
  }

  /** What a box says, with its value on one short line. */
  static String box(Box box) {
    return box(box, box.phase() == 1 ? "" : value(box.value()));
  }

  static String box(Box box, String value) {
    return box.phase() == 1
        ? of("box.prepare", Map.of("number", box.number()))
        : of("box.accept", Map.of("number", box.number(), "value", value));
  }

  static String reason(CallBox.Obstacle obstacle) {
    return obstacle.column().isEmpty()
        ? of("reason", Map.of("number", obstacle.promised()))
        : of("reason.in", Map.of("number", obstacle.promised(), "column", obstacle.column()));
  }

  static Optional<String> difference(SlideComparison comparison) {
    return comparison.difference().map(SlideText::difference);
  }

  private static String difference(SlideComparison.Difference difference) {
    String kind =
        difference.wanted().isEmpty()
            ? "difference.extra"
            : difference.came().isEmpty() ? "difference.missing" : "difference.other";
    return of(
        kind,
        Map.of(
            "server", difference.server(),
            "column", difference.column(),
            "wanted", difference.wanted().map(box -> told(box, "difference.refused")).orElse(""),
            "came", difference.came().map(box -> told(box, "difference.refused.came")).orElse("")));
  }

  private static String told(Box box, String whenRefused) {
    return box.refused() ? of(whenRefused, Map.of("box", box(box))) : box(box);
  }

  /** A text cut at its end so that it is no wider than there is room. */
  static String cut(String text, Type type, double room, TextWidths widths) {
    if (widths.of(text, type) <= room) {
      return text;
    }
    int low = 0;
    int high = text.codePointCount(0, text.length());
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (widths.of(beginning(text, middle), type) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : beginning(text, low);
  }

  private static String beginning(String text, int characters) {
    return text.substring(0, text.offsetByCodePoints(0, characters)).stripTrailing() + "…";
  }
}
