package paxoscope.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import paxoscope.command.Words.Word;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * Understands the commands of somebody who is the network.
 *
 * @param servers the servers of the cluster
 */
record NetworkParser(ServerNames servers) {

  /** Their names, in the order of help. */
  static final List<String> NAMES =
      List.of(
          "free",
          "held",
          "propose",
          "deliver",
          "drop",
          "duplicate",
          "pause",
          "resume",
          "cut",
          "heal",
          "faults",
          "end");

  /**
   * Reads one of them.
   *
   * @param name its first word, in lower case
   * @param rest what follows
   * @return the command; empty if it is none of them
   * @throws CommandException with one clear line if it cannot be understood
   */
  Optional<Command> parse(String name, List<Word> rest) throws CommandException {
    List<String> words = rest.stream().map(Word::text).toList();
    return Optional.ofNullable(
        switch (name) {
          case "free" -> alone(new Command.Free(), name, words);
          case "held" -> alone(new Command.ShowHeld(), name, words);
          case "end" -> alone(new Command.End(), name, words);
          case "deliver" -> new Command.Deliver(wanted(words));
          case "drop" -> new Command.Drop(id(name, words));
          case "duplicate" -> new Command.Duplicate(id(name, words));
          case "propose" -> propose(words);
          case "pause", "resume" -> new Command.Pause(server(name, words), name.equals("pause"));
          case "cut", "heal" -> new WireParser(servers).parse(name.equals("cut"), words);
          case "faults" -> new Command.Faults(FaultsParser.parse(words));
          default -> null;
        });
  }

  private static Command alone(Command command, String name, List<String> words)
      throws CommandException {
    if (!words.isEmpty()) {
      throw new CommandException("'" + name + "' stands alone: write just " + name + ".");
    }
    return command;
  }

  private Command.Wanted wanted(List<String> words) throws CommandException {
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("all")) {
      return new Command.Wanted.All();
    }
    if (words.size() == 3 && words.getFirst().equalsIgnoreCase("all")) {
      // As the window's menu says it: deliver all to S3.
      return wanted(words.subList(1, 3));
    }
    if (words.size() == 1 && isId(words.getFirst())) {
      return new Command.Wanted.One(Integer.parseInt(words.getFirst()));
    }
    String first = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
    if (words.size() == 2 && first.equals("to")) {
      return new Command.Wanted.To(servers.find(words.get(1)));
    }
    if (words.size() == 2 && first.equals("of")) {
      try {
        return new Command.Wanted.Of(ProposalNumber.parse(words.get(1)));
      } catch (IllegalArgumentException wrong) {
        throw new CommandException(wrong.getMessage());
      }
    }
    throw new CommandException(
        "Deliver what? Write " + CommandForms.DELIVER + "; held shows what waits, with its ids.");
  }

  private ServerId server(String name, List<String> words) throws CommandException {
    if (words.size() != 1) {
      throw new CommandException(
          "'%s' takes one server: write %s <port>, such as %s S3.".formatted(name, name, name));
    }
    return servers.find(words.getFirst());
  }

  private static int id(String name, List<String> words) throws CommandException {
    if (words.size() != 1 || !isId(words.getFirst())) {
      throw new CommandException(
          "'%s' takes the id of one message: write %s <id>; held shows the ids."
              .formatted(name, name));
    }
    return Integer.parseInt(words.getFirst());
  }

  private static boolean isId(String word) {
    return word.matches("[1-9][0-9]{0,8}");
  }

  private Command propose(List<String> words) throws CommandException {
    boolean fits = (words.size() == 3 || words.size() == 4) && words.get(1).equalsIgnoreCase("on");
    if (!fits) {
      throw new CommandException(
          "That is not how a value is proposed: write "
              + CommandForms.PROPOSE
              + ", with quotes around a value that has spaces.");
    }
    Optional<Integer> round =
        words.size() == 4 ? Optional.of(round(words.get(3))) : Optional.empty();
    try {
      return new Command.Propose(new Value(words.get(0)), servers.find(words.get(2)), round);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }

  private static int round(String word) throws CommandException {
    if (!word.toLowerCase(Locale.ROOT).matches("round=[1-9][0-9]{0,8}")) {
      throw new CommandException(
          "'%s' is no round: write round=3, or leave it out for one above the highest seen."
              .formatted(word));
    }
    return Integer.parseInt(word.substring("round=".length()));
  }
}
