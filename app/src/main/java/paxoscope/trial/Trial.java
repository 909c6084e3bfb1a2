package paxoscope.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paxoscope.director.ClusterDirector;
import paxoscope.director.ClusterException;
import paxoscope.director.LiveRun;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Cast;
import paxoscope.scenario.Mistake;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.Place;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScriptStep;
import paxoscope.scenario.ServerNumber;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.Trace;

/** Plays a scenario on the protocol alone, and finds what is wrong with it. */
public final class Trial {

  private static final int MOST_SERVERS = 9;
  private static final int MOST_STEPS = 3_000;

  /** An endless repetition has shown by then whatever its reference shows. */
  private static final int CURED_AFTER = 300;

  private final ReadScenario read;
  private final Scenario scenario;
  private final Map<String, String> arguments;
  private final PureCluster cluster;
  private final List<Mistake> mistakes = new ArrayList<>();
  private boolean whole = true;

  private Trial(ReadScenario read, Scenario scenario, Map<String, String> arguments, int servers) {
    this.read = read;
    this.scenario = scenario;
    this.arguments = arguments;
    this.cluster = new PureCluster(servers);
  }

  /**
   * Tries a scenario.
   *
   * @param read what was read
   * @param arguments its parameters by name, as text; those left out have their defaults
   * @param servers how many servers there are
   * @return what came of it
   */
  public static Tried of(ReadScenario read, Map<String, String> arguments, int servers) {
    return read.scenario()
        .map(scenario -> new Trial(read, scenario, arguments, servers).run())
        .orElseGet(() -> new Tried(read.mistakes(), Optional.empty(), 0, Tried.Extent.BEGINNING));
  }

  private Tried run() {
    requireServers();
    Optional<Cast> cast = mistakes.isEmpty() ? cast() : Optional.empty();
    cast.ifPresent(this::requireLinks);
    if (cast.isEmpty() || !mistakes.isEmpty()) {
      return tried(Optional.empty(), 0);
    }
    Trace trace = play(cast.get());
    SafetyProperties.check(trace).forEach(this::addViolation);
    int expected =
        (int)
            scenario.reference().stream().filter(box -> cast.get().holds(box.condition())).count();
    if (isJudged()) {
      mistakes.addAll(new MissedBoxes(read.places(), cast.get()).find(scenario, trace));
    }
    return tried(Optional.of(trace), expected);
  }

  private Tried tried(Optional<Trace> trace, int expected) {
    List<Mistake> inOrder =
        mistakes.stream()
            .distinct()
            .sorted((one, other) -> one.place().compareTo(other.place()))
            .toList();
    return new Tried(inOrder, trace, expected, extent());
  }

  private boolean isJudged() {
    return extent() == Tried.Extent.WHOLE;
  }

  private Tried.Extent extent() {
    if (scenario.keepsNodes()) {
      return Tried.Extent.DEPENDS_ON_NODES;
    }
    return whole ? Tried.Extent.WHOLE : Tried.Extent.BEGINNING;
  }

  private void add(Place place, String text) {
    mistakes.add(new Mistake(place, text));
  }

  private void addViolation(SafetyProperties.Violation violation) {
    add(
        Place.BEGIN,
        "%s is violated in step %d of its run. %s"
            .formatted(
                violation.property().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                violation.step(),
                violation.text()));
  }

  private void requireServers() {
    read.places().servers().forEach(named -> requireServer(named.number(), named.place()));
    scenario.parameters().stream()
        .filter(parameter -> parameter.kind() == Parameter.Kind.SERVER)
        .filter(parameter -> !arguments.containsKey(parameter.name()))
        .forEach(
            parameter ->
                ServerNumber.in(parameter.defaultText())
                    .ifPresent(number -> requireServer(number, read.places().of(parameter))));
  }

  private void requireServer(int number, Place place) {
    int servers = cluster.ports().size();
    if (number > servers) {
      add(
          place,
          "there is no S%d among %d servers: name one of S1 to S%d, or start more (--servers, at most %d)."
              .formatted(number, servers, servers, MOST_SERVERS));
    }
  }

  private void requireLinks(Cast cast) {
    ScriptStep.withNested(scenario.script())
        .filter(ScriptStep.Wire.class::isInstance)
        .map(ScriptStep.Wire.class::cast)
        .filter(wire -> cast.server(wire.from()).equals(cast.server(wire.to())))
        .forEach(
            wire ->
                add(
                    read.places().of(wire),
                    "%s and %s are both %s, and no server has a link to itself: name two servers."
                        .formatted(wire.from(), wire.to(), cast.server(wire.from()))));
  }

  private Optional<Cast> cast() {
    try {
      return Optional.of(Arguments.fill(scenario, arguments, cluster.addresses()));
    } catch (IllegalArgumentException wrong) {
      add(placeOf(wrong.getMessage()), wrong.getMessage());
      return Optional.empty();
    }
  }

  // Either it begins with the name of a parameter, or it is about who the servers are.
  private Place placeOf(String complaint) {
    return scenario.parameters().stream()
        .filter(parameter -> complaint.startsWith(parameter.name() + " "))
        .findFirst()
        .or(
            () ->
                scenario.parameters().stream()
                    .filter(parameter -> parameter.kind() == Parameter.Kind.SERVER)
                    .reduce((_, last) -> last))
        .map(read.places()::of)
        .orElse(Place.BEGIN);
  }

  private Trace play(Cast cast) {
    try (ClusterDirector director = new ClusterDirector(cluster)) {
      LiveRun run = director.start(scenario, arguments);
      if (stepToTheEnd(run)) {
        // What is left when a script is over is no business of the script.
        run.passedOver().stream()
            .filter(_ -> isJudged())
            .flatMap(
                passed ->
                    new MissedStep(passed, cast)
                        .text().stream()
                            .map(text -> new Mistake(read.places().of(passed.step()), text)))
            .forEach(mistakes::add);
        run.end();
      }
      return new RecordedTrace(run.trace().header(), run.trace().steps());
    }
  }

  private boolean stepToTheEnd(LiveRun run) {
    for (int taken = 0; run.next().isPresent(); taken++) {
      if (taken == MOST_STEPS) {
        whole = false;
        return false;
      }
      if (taken >= CURED_AFTER && run.curable()) {
        run.cure();
      }
      Optional<ScriptStep> step = run.scriptStep();
      try {
        run.step();
      } catch (ClusterException failed) {
        add(
            step.map(read.places()::of).orElse(Place.BEGIN),
            "this step cannot be taken: "
                + failed.getMessage()
                + (cluster.isDown()
                    ? " Recover the server before it, or leave the step out."
                    : ""));
        whole = false;
        return false;
      }
    }
    return true;
  }
}
