package paxoscope.runtext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object. Those that nobody asks for are ignored: a later version may have
 * more. Throws {@code IllegalArgumentException} with one clear line where a member is missing or of
 * the wrong type.
 */
final class Members {

  private final Map<String, Object> members;

  Members(Map<String, Object> members) {
    this.members = members;
  }

  /** Whether it is there, be it null. */
  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** Empty if it is not there, or null. */
  Optional<String> optionalText(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw new IllegalArgumentException("'" + name + "' must be a text.");
    };
  }

  String textOr(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  int number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Integer> optionalNumber(String name) {
    return optionalLong(name).map(number -> within(name, number));
  }

  int numberOr(String name, int otherwise) {
    return optionalNumber(name).orElse(otherwise);
  }

  Optional<Long> optionalLong(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case Long number -> Optional.of(number);
      default -> throw new IllegalArgumentException("'" + name + "' must be a whole number.");
    };
  }

  private static int within(String name, long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "'" + name + "' must be a number from 0 to 2147483647, not " + number + ".");
    }
    return (int) number;
  }

  Optional<Members> optionalObject(String name) {
    return members.get(name) == null
        ? Optional.empty()
        : Optional.of(object(members.get(name), name));
  }

  Members object(String name) {
    return optionalObject(name).orElseThrow(() -> missing(name));
  }

  List<Members> objects(String name) {
    return values(name).stream().map(value -> object(value, name)).toList();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : values(name)) {
      if (!(value instanceof String text)) {
        throw new IllegalArgumentException("'" + name + "' must be a list of texts.");
      }
      texts.add(text);
    }
    return texts;
  }

  List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (Object value : values(name)) {
      if (!(value instanceof Long number)) {
        throw new IllegalArgumentException("'" + name + "' must be a list of whole numbers.");
      }
      numbers.add(within(name, number));
    }
    return numbers;
  }

  /** The texts of an object by their names, in their order; none if it is not there. */
  Map<String, String> textsByName(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    optionalObject(name)
        .ifPresent(
            object -> object.members.keySet().forEach(key -> texts.put(key, object.text(key))));
    return texts;
  }

  private List<?> values(String name) {
    return switch (members.get(name)) {
      case null -> List.of();
      case List<?> values -> values;
      default -> throw new IllegalArgumentException("'" + name + "' must be a list.");
    };
  }

  @SuppressWarnings("unchecked") // Json makes maps of this one type only.
  private static Members object(Object value, String name) {
    if (value instanceof Map<?, ?> object) {
      return new Members((Map<String, Object>) object);
    }
    throw new IllegalArgumentException("'" + name + "' must be an object.");
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("'" + name + "' is missing.");
  }
}
