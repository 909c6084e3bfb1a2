package paxoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.Scenario;

/** How the commands are written, for help and for whoever has mistyped one. */
public final class CommandForms {

  /** The form of {@code set value}. */
  static final String SET_VALUE = "set value <value> on <port>";

  /** The form of {@code run}. */
  static final String RUN = "run <scenario name or file> [name=value ...]";

  /** The form of {@code save}. */
  static final String SAVE = "save <file>";

  /** The form of {@code save scenario}. */
  static final String SAVE_SCENARIO = "save scenario <file>";

  /** The form of {@code propose}. */
  static final String PROPOSE = "propose <value> on <port> [round=n]";

  /** The form of {@code deliver}. */
  static final String DELIVER = "deliver <id>, deliver to <port>, deliver of 3.1 or deliver all";

  /** The form of {@code cut}. */
  static final String CUT = "cut S1 S4 (only from S1 to S4) or cut S1 - S4 (both ways)";

  /** The form of {@code heal}. */
  static final String HEAL = "heal S1 S4, heal S1 - S4 or heal all";

  /** The form of {@code faults}. */
  static final String FAULTS = "faults seed=7 [lose=20%] [double=10%] [delay=20%], or faults off";

  /** The form of {@code experiment}. */
  static final String EXPERIMENT =
      "experiment livelock [repeats=n] [seed=n] [dial=0,50,100] [bound=n] [--to <file>]";

  /** What it says in the list of all: that has room for one line. */
  private static final String EXPERIMENT_SHORT = "experiment livelock [--to <file>]";

  private static final String EXPERIMENT_MEANING =
      "how many rounds duels take: 'repeats' of them at each position of the dial (in per cent:"
          + " the random part of the waits), each given up after 'bound' rounds";

  /** Marks what can be said only while somebody is the network. */
  private static final String THEN = "  then: ";

  /** The form of {@code check}. */
  static final String CHECK = "check <file or scenario>";

  /**
   * One command.
   *
   * @param form how it is written
   * @param meaning what it does, in a few words
   */
  public record Entry(String form, String meaning) {}

  private CommandForms() {}

  /**
   * All commands.
   *
   * @param scenarios the scenarios that have a command of their own
   * @return the commands in the order of help
   */
  public static List<Entry> all(List<Scenario> scenarios) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(SET_VALUE, "one server proposes a value to all"));
    for (Scenario scenario : scenarios) {
      if (!isSetValue(scenario)) {
        entries.add(new Entry(of(scenario), scenario.title()));
      }
    }
    entries.add(new Entry(RUN, "plays a scenario, its parameters by name"));
    entries.add(new Entry("restart", "every server forgets everything"));
    entries.add(new Entry("crash <port>", "kills a server's process"));
    entries.add(new Entry("recover <port>", "starts it again with what is on its disk"));
    entries.add(new Entry("free", "you are the network: nothing moves until you say so"));
    entries.add(new Entry(PROPOSE, THEN + "a client asks a server to propose"));
    entries.add(new Entry("held", THEN + "what waits, each with its id"));
    entries.add(new Entry("deliver <id>|to <port>|of 3.1|all", THEN + "messages arrive"));
    entries.add(new Entry("drop <id>", THEN + "a message is lost"));
    entries.add(new Entry("duplicate <id>", THEN + "a message is doubled"));
    entries.add(new Entry("pause <port>", THEN + "stops a server's process where it stands"));
    entries.add(new Entry("resume <port>", THEN + "lets it go on"));
    entries.add(new Entry("cut S1 [-] S4", THEN + "messages from S1 to S4 are lost; - both ways"));
    entries.add(new Entry("heal S1 [-] S4|all", THEN + "they arrive again"));
    entries.add(
        new Entry("faults seed=7 lose=20%|off", THEN + "chance loses some; double=, delay= too"));
    entries.add(new Entry("end", THEN + "what still waits arrives, and that is all"));
    entries.add(new Entry(EXPERIMENT_SHORT, "how long duels take, by the dial"));
    entries.add(new Entry("status", "what each server holds"));
    entries.add(new Entry(SAVE, "keeps the run in a file"));
    entries.add(new Entry(SAVE_SCENARIO, "keeps it as a scenario that plays again exactly"));
    entries.add(new Entry(CHECK, "whether a kept run is safe, or a scenario can be played"));
    entries.add(new Entry("help [command or scenario]", "this list, or what one is about"));
    entries.add(new Entry("exit", "ends the program"));
    return entries;
  }

  /**
   * One command, in all its forms.
   *
   * @param name its first word, in any letter case
   * @return its entries; none if there is no such command
   */
  static List<Entry> ofCommand(String name) {
    return all(List.of()).stream()
        .filter(entry -> entry.form().split(" ", 2)[0].equalsIgnoreCase(name))
        .map(
            entry ->
                entry.form().equals(EXPERIMENT_SHORT)
                    ? new Entry(EXPERIMENT, EXPERIMENT_MEANING)
                    : new Entry(
                        entry.form(), entry.meaning().replace(THEN, "while you are the network: ")))
        .toList();
  }

  /**
   * How the command of a scenario is written.
   *
   * @param scenario the scenario
   * @return its name, its servers and values in their order, and the rest by name
   */
  static String of(Scenario scenario) {
    StringBuilder form = new StringBuilder(scenario.name());
    for (Parameter parameter : positional(scenario)) {
      form.append(parameter.kind() == Parameter.Kind.SERVER ? " <port " : " <value ")
          .append(letter(scenario, parameter))
          .append('>');
    }
    if (!scenario.parameters().stream().allMatch(CommandForms::isPositional)) {
      form.append(" [name=value ...]");
    }
    return form.toString();
  }

  // The lectures call the proposers A and B and their values X and Y; the command says whose value
  // it is.
  private static String letter(Scenario scenario, Parameter parameter) {
    List<Parameter> sameKind =
        scenario.parameters().stream().filter(p -> p.kind() == parameter.kind()).toList();
    List<Parameter> servers =
        scenario.parameters().stream().filter(p -> p.kind() == Parameter.Kind.SERVER).toList();
    int place = sameKind.indexOf(parameter);
    return place < servers.size() ? servers.get(place).name() : parameter.name();
  }

  /**
   * The parameters that stand in a scenario's command by their place.
   *
   * @param scenario the scenario
   * @return its servers and values
   */
  static List<Parameter> positional(Scenario scenario) {
    return scenario.parameters().stream().filter(CommandForms::isPositional).toList();
  }

  private static boolean isPositional(Parameter parameter) {
    return switch (parameter.kind()) {
      case SERVER, VALUE -> true;
      case NUMBER, SWITCH -> false;
    };
  }

  /**
   * Whether a scenario is the one behind {@code set value}.
   *
   * @param scenario any
   * @return true if it is
   */
  static boolean isSetValue(Scenario scenario) {
    return scenario.name().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "").equals("setvalue");
  }
}
