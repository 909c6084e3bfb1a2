package paxoscope.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a command line, taken apart by name: {@code --name value}, {@code --name=value}, or
 * {@code --name} alone for a switch. Written by hand because a library that finds its options by
 * reflection took a third of a node's start, and five nodes start at once.
 */
final class OptionWords {

  /**
   * An option that a command line may have.
   *
   * @param name with its two dashes
   * @param parameter what its value is called in the help; empty text for a switch, which has none
   * @param description what it does
   */
  record Known(String name, String parameter, String description) {
    boolean isSwitch() {
      return parameter.isEmpty();
    }
  }

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private OptionWords() {}

  /**
   * Takes a command line apart.
   *
   * @param known the options it may have
   * @param arguments the words
   * @return the values by option
   * @throws IllegalArgumentException with one clear line about the first word that is wrong
   */
  static OptionWords parse(List<Known> known, String... arguments) {
    OptionWords words = new OptionWords();
    int at = 0;
    while (at < arguments.length) {
      String word = arguments[at++];
      int equals = word.indexOf('=');
      String name = equals < 0 || !word.startsWith("--") ? word : word.substring(0, equals);
      Known option = find(known, name);
      String value = "";
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (!option.isSwitch()) {
        if (at == arguments.length || isName(known, arguments[at])) {
          throw new IllegalArgumentException(
              "%s needs a value: %s %s.".formatted(name, name, option.parameter()));
        }
        value = arguments[at++];
      }
      if (option.isSwitch() && equals >= 0) {
        throw new IllegalArgumentException(name + " takes no value.");
      }
      words.values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return words;
  }

  private static Known find(List<Known> known, String name) {
    return known.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + name + "' is no option. See --help."));
  }

  private static boolean isName(List<Known> known, String word) {
    return known.stream().anyMatch(option -> option.name().equals(word));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * The value of an option that may be given once.
   *
   * @param name the option
   * @return its value; empty if it is not there
   * @throws IllegalArgumentException if it is there more than once
   */
  Optional<String> one(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new IllegalArgumentException(name + " is given twice: once is enough.");
    }
    return given.stream().findFirst();
  }

  /**
   * The value of an option that must be given.
   *
   * @param name the option
   * @return its value
   * @throws IllegalArgumentException if it is missing or there more than once
   */
  String required(String name) {
    return one(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing. See --help."));
  }

  /** The values of an option that may be given many times, or with commas, in order. */
  List<String> all(String name) {
    List<String> all = new ArrayList<>();
    for (String given : values.getOrDefault(name, List.of())) {
      all.addAll(List.of(given.split(",", -1)));
    }
    return all;
  }

  /**
   * Writes the help.
   *
   * @param known the options
   * @return two columns, one line for each line of a description
   */
  static String help(List<Known> known) {
    StringBuilder text = new StringBuilder();
    for (Known option : known) {
      String left = option.name() + (option.isSwitch() ? "" : " " + option.parameter());
      for (String line : option.description().split("\n")) {
        text.append("  %-24s %s%n".formatted(left, line));
        left = "";
      }
    }
    return text.toString();
  }
}
