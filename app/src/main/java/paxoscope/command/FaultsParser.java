package paxoscope.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paxoscope.director.Mishaps;

/** Understands which share of the messages meets an accident. */
final class FaultsParser {

  private static final Pattern SHARE = Pattern.compile("(lose|double|delay)=([0-9]{1,3})%?");
  private static final Pattern SEED = Pattern.compile("(seed)=([0-9]{1,9})");

  private FaultsParser() {}

  /**
   * Reads what follows {@code faults}.
   *
   * @param words what follows
   * @return what happens to messages
   * @throws CommandException with one clear line if it cannot be understood
   */
  static Mishaps parse(List<String> words) throws CommandException {
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("off")) {
      return Mishaps.NONE;
    }
    Map<String, Integer> given = new HashMap<>();
    for (String word : words) {
      Matcher part = matched(word.toLowerCase(Locale.ROOT), word);
      if (given.put(part.group(1), Integer.parseInt(part.group(2))) != null) {
        throw new CommandException(part.group(1) + " is given twice: give it once.");
      }
    }
    if (!given.containsKey("seed") || given.size() < 2) {
      throw new CommandException(
          "Chance needs a seed and a share: write " + CommandForms.FAULTS + ".");
    }
    try {
      return new Mishaps(
          given.get("seed"),
          given.getOrDefault("lose", 0),
          given.getOrDefault("double", 0),
          given.getOrDefault("delay", 0));
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }

  private static Matcher matched(String lower, String word) throws CommandException {
    for (Pattern form : List.of(SHARE, SEED)) {
      Matcher part = form.matcher(lower);
      if (part.matches()) {
        return part;
      }
    }
    throw new CommandException(
        "'%s' is no share of the messages: write %s.".formatted(word, CommandForms.FAULTS));
  }
}
