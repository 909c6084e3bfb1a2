package paxoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.RoleNames;
import paxoscope.scenario.Scenario;

/** What help shows. */
final class HelpText {

  private static final int WIDTH = 96;

  private static final List<String> FIVE_SERVERS =
      IntStream.range(8000, 8005).mapToObj(port -> "127.0.0.1:" + port).toList();

  private HelpText() {}

  /**
   * Shows all commands.
   *
   * @param scenarios the scenarios that have a command of their own
   * @param output where
   */
  static void print(List<Scenario> scenarios, CommandOutput output) {
    print(output, CommandForms.all(scenarios));
    output.line(
        Tone.QUIET,
        "A server is named by its port, S3 or host:port. Values with spaces stand in quotes."
            + " Letter case does not matter.");
  }

  /**
   * Shows some commands.
   *
   * @param output where
   * @param entries which
   */
  static void print(CommandOutput output, List<CommandForms.Entry> entries) {
    int width = entries.stream().mapToInt(entry -> entry.form().length()).max().orElse(0);
    for (CommandForms.Entry entry : entries) {
      output.line(Tone.PLAIN, padded(entry.form(), width) + entry.meaning());
    }
  }

  /**
   * Shows what a scenario is about, and all its parameters.
   *
   * @param scenario the scenario
   * @param output where
   */
  static void print(Scenario scenario, CommandOutput output) {
    Scenario told = RoleNames.told(scenario, Map.of(), FIVE_SERVERS);
    output.line(Tone.PLAIN, told.title());
    wrapped(told.story()).forEach(line -> output.line(Tone.PLAIN, "  " + line));
    tellLesson(told, output);
    int width =
        scenario.parameters().stream()
            .mapToInt(parameter -> named(parameter).length())
            .max()
            .orElse(0);
    for (Parameter parameter : scenario.parameters()) {
      output.line(Tone.QUIET, "  " + padded(named(parameter), width) + parameter.label());
    }
  }

  /**
   * Shows what a scenario teaches, and what to ask a class.
   *
   * @param scenario the scenario
   * @param output where
   */
  static void tellLesson(Scenario scenario, CommandOutput output) {
    wrapped(scenario.lesson()).forEach(line -> output.line(Tone.CHOSEN, "  " + line));
    scenario
        .question()
        .ifPresent(
            question -> wrapped(question).forEach(line -> output.line(Tone.PLAIN, "  " + line)));
  }

  private static String named(Parameter parameter) {
    return parameter.name() + "=" + parameter.defaultText();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
