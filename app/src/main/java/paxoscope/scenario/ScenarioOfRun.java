package paxoscope.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.Link;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * Writes a recorded run as a scenario that names each of its steps, so that it plays again exactly.
 * The values are parameters: it can be played with others.
 */
public final class ScenarioOfRun {

  private final Trace run;
  private final Map<Integer, String> values = new LinkedHashMap<>();

  private ScenarioOfRun(Trace run) {
    this.run = run;
  }

  /**
   * Writes a run down.
   *
   * @param run the run, as far as it has come
   * @param name what commands call the scenario
   * @return the text of its file
   * @throws ScenarioException with one clear line if a step of it cannot be decided by a scenario
   */
  public static String text(Trace run, String name) {
    return new ScenarioOfRun(run).text(name);
  }

  private String text(String name) {
    List<String> script = new ArrayList<>();
    int number = 0;
    for (TraceStep step : run.steps()) {
      number++;
      script.add(line(step, number));
    }
    List<String> lines = new ArrayList<>();
    lines.add("paxoscope: " + ScenarioText.VERSION);
    lines.add("name: " + quoted(name));
    String title = run.header().title();
    lines.add("title: " + quoted(title.isBlank() ? name : title));
    lines.add(
        "story: "
            + quoted(
                "A run that was recorded: its %d steps are taken again, one after another."
                    .formatted(script.size())));
    lines.add("lesson: The same decisions on servers that begin anew give the same run.");
    addParameters(lines);
    lines.add("script:");
    lines.addAll(script);
    return String.join("\n", lines) + "\n";
  }

  private void addParameters(List<String> lines) {
    Optional<ServerId> a = run.header().proposerA();
    Optional<ServerId> b = run.header().proposerB();
    if (a.isEmpty() && b.isEmpty() && values.isEmpty()) {
      return;
    }
    lines.add("parameters:");
    a.ifPresent(server -> addParameter(lines, "A", "server", server.toString(), "Drawn as A"));
    b.ifPresent(server -> addParameter(lines, "B", "server", server.toString(), "Drawn as B"));
    values.forEach(
        (place, text) -> addParameter(lines, "V" + place, "value", text, "Value " + place));
  }

  private static void addParameter(
      List<String> lines, String name, String kind, String text, String label) {
    lines.add("  - name: " + name);
    lines.add("    kind: " + kind);
    lines.add("    default: " + quoted(text));
    lines.add("    label: " + label);
  }

  private String line(TraceStep step, int number) {
    String what =
        switch (step.decision()) {
          case Decision.Propose propose -> proposal(propose, number);
          case Decision.Deliver deliver -> message("deliver", deliver.item());
          case Decision.Resend resend -> message("deliver", resend.item());
          case Decision.Fire fire -> "fire: " + numbered(fire.item()) + copy(fire.item());
          case Decision.Drop drop -> message("drop", drop.item());
          case Decision.Duplicate copy -> message("duplicate", copy.item());
          case Decision.Crash crash -> "crash: " + crash.server();
          case Decision.Recover recover -> "recover: " + recover.server();
          case Decision.Pause pause -> "pause: " + pause.server();
          case Decision.Resume resume ->
              (run.at(number - 1).server(resume.server()).paused() ? "resume: " : "recover: ")
                  + resume.server();
          case Decision.Cut cut -> wire("cut", cut.link());
          case Decision.Heal heal -> wire("heal", heal.link());
          case Decision.Restart _, Decision.Observed _ ->
              throw new ScenarioException(
                  "Step %d was not decided in this run, it was only seen to happen, so no scenario can play it: save the run itself instead."
                      .formatted(number));
        };
    String column = step.column().isEmpty() ? "" : ", column: " + step.column();
    String caption = step.caption().isEmpty() ? "" : ", caption: " + quoted(step.caption());
    return "  - {" + what + column + caption + "}";
  }

  private static String wire(String act, Link link) {
    return act + ": " + link.from() + ", to: " + link.to();
  }

  private String proposal(Decision.Propose propose, int number) {
    ProposeOptions options = propose.options();
    if (options.backoff() != ProposeOptions.Backoff.NONE) {
      throw new ScenarioException(
          "In step %d a proposer was asked to wait random times, which no scenario can play again: save the run itself instead."
              .formatted(number));
    }
    int place = values.size() + 1;
    values.put(place, propose.value().text());
    String ask =
        options.to().isEmpty()
            ? ""
            : ", ask: ["
                + options.to().stream().map(ServerId::toString).collect(Collectors.joining(", "))
                + "]";
    String round = options.firstRound().map(first -> ", round: " + first).orElse("");
    String attempts =
        options.attempts() == Integer.MAX_VALUE ? "unlimited" : "" + options.attempts();
    return "propose: "
        + propose.server()
        + ", value: V"
        + place
        + ask
        + round
        + ", attempts: "
        + attempts;
  }

  private static String message(String act, ItemName item) {
    boolean timer = item.kind() == Outbound.Kind.RETRY || item.kind() == Outbound.Kind.TIME_OUT;
    if (timer) {
      throw new ScenarioException(
          "A wait (" + item + ") was lost, which no scenario can play: save the run itself.");
    }
    return act
        + ": "
        + numbered(item)
        + ", from: "
        + item.from()
        + ", to: "
        + item.to()
        + copy(item);
  }

  private static String numbered(ItemName item) {
    return item.kind() + " " + item.number();
  }

  private static String copy(ItemName item) {
    return item.occurrence() == 1 ? "" : ", copy: " + item.occurrence();
  }

  /** A text as YAML takes it back unchanged, on one line, whatever is in it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else if (isPlain(character)) {
                quoted.appendCodePoint(character);
              } else {
                quoted.append("\\U%08X".formatted(character));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPlain(int character) {
    return character >= ' ' && character < 0x7F || Character.isLetterOrDigit(character);
  }
}
