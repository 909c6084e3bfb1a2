package paxoscope.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.command.Words.Word;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.Scenario;

/** Understands what people type. Says what is wrong, and the right form, where it cannot. */
public final class CommandParser {

  private final ServerNames servers;
  private final ScenarioSource source;

  /**
   * Knows what can be named.
   *
   * @param servers the servers of the cluster
   * @param source the scenarios
   */
  public CommandParser(ServerNames servers, ScenarioSource source) {
    this.servers = servers;
    this.source = source;
  }

  /**
   * Reads one command.
   *
   * @param line what was typed
   * @return the command; empty for a blank line or a comment that begins with #
   * @throws CommandException with one clear line if it cannot be understood
   */
  public Optional<Command> parse(String line) throws CommandException {
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return Optional.empty();
    }
    List<Word> words = Words.of(line);
    String name = words.getFirst().text();
    List<Word> rest = words.subList(1, words.size());
    Optional<Command> ofNetwork =
        new NetworkParser(servers).parse(name.toLowerCase(Locale.ROOT), rest);
    if (ofNetwork.isPresent()) {
      return ofNetwork;
    }
    return Optional.of(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "set" -> setValue(rest);
          case "run" -> run(rest);
          case "restart" -> alone(new Command.Restart(), "restart", rest);
          case "status" -> alone(new Command.Status(), "status", rest);
          case "save" -> save(rest);
          case "check" -> new Command.Check(onlyFile(CommandForms.CHECK, rest));
          case "experiment" -> new ExperimentParser(source, servers).parse(rest);
          case "help" -> help(rest);
          case "exit", "quit" -> alone(new Command.Exit(), "exit", rest);
          case "crash" -> new Command.Crash(servers.find(onlyServer("crash", rest)));
          case "recover" -> new Command.Recover(servers.find(onlyServer("recover", rest)));
          default -> scenarioCommand(name, rest);
        });
  }

  private Command setValue(List<Word> rest) throws CommandException {
    boolean fits =
        rest.size() == 4
            && rest.get(0).text().equalsIgnoreCase("value")
            && rest.get(2).text().equalsIgnoreCase("on");
    if (!fits) {
      throw new CommandException(
          "That is not how a value is set: write "
              + CommandForms.SET_VALUE
              + ", with quotes around a value that has spaces.");
    }
    Scenario scenario =
        source.scenarios().stream()
            .filter(CommandForms::isSetValue)
            .findFirst()
            .orElseThrow(() -> new CommandException("The scenario behind 'set value' is missing."));
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Parameter parameter : scenario.parameters()) {
      switch (parameter.kind()) {
        case VALUE -> arguments.put(parameter.name(), checked(parameter, rest.get(1).text()));
        case SERVER -> arguments.put(parameter.name(), checked(parameter, rest.get(3).text()));
        case NUMBER, SWITCH -> {
          // They keep their defaults: the short command has no place for them.
        }
      }
    }
    return play(scenario, arguments, CommandForms.SET_VALUE);
  }

  private Command help(List<Word> rest) throws CommandException {
    if (rest.isEmpty()) {
      return new Command.Help(Optional.empty());
    }
    String name = rest.stream().map(Word::text).collect(Collectors.joining("_"));
    Optional<Scenario> scenario = byName(name);
    if (scenario.isPresent()) {
      return new Command.Help(scenario);
    }
    List<CommandForms.Entry> forms = CommandForms.ofCommand(rest.getFirst().text());
    if (forms.isEmpty()) {
      throw new CommandException(
          "There is no command or scenario '%s': write help to see all.".formatted(name));
    }
    return new Command.HelpOn(forms);
  }

  private Command run(List<Word> rest) throws CommandException {
    if (rest.isEmpty()) {
      throw new CommandException("Run which scenario? Write " + CommandForms.RUN + ".");
    }
    String name = rest.getFirst().text();
    Optional<Scenario> known = byName(name);
    if (known.isEmpty() && !looksLikeFile(name)) {
      throw new CommandException(
          "There is no scenario '%s': the names are %s; a file of your own is named by its path."
              .formatted(name, names()));
    }
    Optional<OwnScenario> own =
        known.isPresent() ? Optional.empty() : Optional.of(source.open(name));
    Scenario scenario = own.isPresent() ? own.get().scenario() : known.orElseThrow();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Word word : rest.subList(1, rest.size())) {
      Parameter parameter = named(scenario, word);
      if (parameter == null) {
        throw new CommandException(
            "'%s' is no parameter of %s: write %s."
                .formatted(word.text(), scenario.name(), byNameForm(scenario)));
      }
      put(arguments, parameter, textAfterName(word));
    }
    return play(scenario, arguments, byNameForm(scenario)).of(own);
  }

  private static boolean looksLikeFile(String name) {
    return name.contains("/") || name.contains("\\") || name.contains(".");
  }

  private Command scenarioCommand(String name, List<Word> rest) throws CommandException {
    Scenario scenario =
        byName(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        "There is no command '%s': the commands are set value, %s, run, restart, crash, recover, %s, experiment, status, save, check, help, exit."
                            .formatted(name, names(), String.join(", ", NetworkParser.NAMES))));
    List<Parameter> positional = CommandForms.positional(scenario);
    Map<String, String> arguments = new LinkedHashMap<>();
    List<String> inPlace = new ArrayList<>();
    for (Word word : rest) {
      Parameter parameter = named(scenario, word);
      // Servers and values have their place here, so that a value may well look like X=5.
      if (parameter == null || positional.contains(parameter)) {
        inPlace.add(word.text());
      } else {
        put(arguments, parameter, textAfterName(word));
      }
    }
    if (inPlace.size() > positional.size()) {
      requireNoUnknownName(scenario, rest);
    }
    if (inPlace.size() != positional.size()) {
      throw new CommandException(
          "%s takes %d words after its name, not %d: write %s."
              .formatted(
                  scenario.name(), positional.size(), inPlace.size(), CommandForms.of(scenario)));
    }
    for (int i = 0; i < positional.size(); i++) {
      put(arguments, positional.get(i), inPlace.get(i));
    }
    return play(scenario, arguments, CommandForms.of(scenario));
  }

  /** One word too many is most likely a misspelt parameter, if it looks like one. */
  private static void requireNoUnknownName(Scenario scenario, List<Word> words)
      throws CommandException {
    for (Word word : words) {
      String name = word.text().substring(0, Math.max(0, word.text().indexOf('=')));
      boolean looksNamed = name.matches("[A-Za-z][A-Za-z0-9]*") && name.length() < word.unquoted();
      if (looksNamed && named(scenario, word) == null) {
        throw new CommandException(
            "%s has no parameter '%s': it has %s. Write %s."
                .formatted(
                    scenario.name(),
                    name,
                    scenario.parameters().stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", ")),
                    CommandForms.of(scenario)));
      }
    }
  }

  private void put(Map<String, String> arguments, Parameter parameter, String text)
      throws CommandException {
    if (arguments.put(parameter.name(), checked(parameter, text)) != null) {
      throw new CommandException(parameter.name() + " is given twice: give it once.");
    }
  }

  private String checked(Parameter parameter, String text) throws CommandException {
    return switch (parameter.kind()) {
      case SERVER -> servers.find(text).toString();
      case VALUE, NUMBER, SWITCH -> text;
    };
  }

  /** Fills the arguments in once, so that a wrong one is told before a node hears of it. */
  private Command.Play play(Scenario scenario, Map<String, String> arguments, String form)
      throws CommandException {
    try {
      Arguments.fill(scenario, arguments, servers.addresses());
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage() + " Write " + form + ".");
    }
    return new Command.Play(scenario, arguments);
  }

  /** The parameter that a word such as {@code cure=no} names; null if it names none. */
  private static Parameter named(Scenario scenario, Word word) {
    int equals = word.text().indexOf('=');
    if (equals < 1 || equals >= word.unquoted()) {
      return null;
    }
    String name = word.text().substring(0, equals);
    // Exact first: a scenario may have parameters a and A.
    return scenario.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .or(
            () ->
                scenario.parameters().stream()
                    .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                    .findFirst())
        .orElse(null);
  }

  private static String textAfterName(Word word) {
    return word.text().substring(word.text().indexOf('=') + 1);
  }

  private Optional<Scenario> byName(String name) {
    // In prose they have hyphens.
    String wanted = name.replace('-', '_');
    return source.scenarios().stream()
        .filter(scenario -> scenario.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  private String names() {
    return source.scenarios().stream()
        .filter(scenario -> !CommandForms.isSetValue(scenario))
        .map(Scenario::name)
        .collect(Collectors.joining(", "));
  }

  private static String byNameForm(Scenario scenario) {
    return "run "
        + scenario.name()
        + scenario.parameters().stream()
            .map(parameter -> " [" + parameter.name() + "=...]")
            .collect(Collectors.joining());
  }

  private static Command alone(Command command, String form, List<Word> rest)
      throws CommandException {
    if (!rest.isEmpty()) {
      throw new CommandException("'" + form + "' stands alone: write just " + form + ".");
    }
    return command;
  }

  private static Command save(List<Word> rest) throws CommandException {
    boolean scenario = rest.size() == 2 && rest.getFirst().text().equalsIgnoreCase("scenario");
    return scenario
        ? new Command.SaveScenario(onlyFile(CommandForms.SAVE_SCENARIO, rest.subList(1, 2)))
        : new Command.Save(onlyFile(CommandForms.SAVE, rest));
  }

  private static Path onlyFile(String form, List<Word> rest) throws CommandException {
    if (rest.size() != 1) {
      throw new CommandException(
          "That takes one file: write " + form + ", with quotes around a name that has spaces.");
    }
    String name = rest.getFirst().text();
    try {
      return Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new CommandException("'" + name + "' is no path of a file: " + wrong.getReason() + ".");
    }
  }

  private static String onlyServer(String form, List<Word> rest) throws CommandException {
    if (rest.size() != 1) {
      throw new CommandException(
          "'" + form + "' takes one server: write " + form + " <port>, such as " + form + " 8002.");
    }
    return rest.getFirst().text();
  }
}
