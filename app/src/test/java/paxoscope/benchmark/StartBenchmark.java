package paxoscope.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/**
 * From the launcher to a window that can be used, with five nodes of its own; and what window and
 * nodes hold in memory then, and after scenarios have been played.
 *
 * <p>The window itself says in its log when the nodes have answered and the frame with their cards
 * is laid out: from then on buttons do what they say. The log is switched on from outside.
 */
final class StartBenchmark implements Benchmark {

  private static final int STARTS = 7;
  private static final double MOST_SECONDS = 3;
  private static final double MOST_MEBIBYTES_OF_A_NODE = 70;
  private static final double MOST_MEBIBYTES_OF_THE_WINDOW = 350;
  private static final int MILLIS_A_SECOND = 1_000;

  private static final String LOG_SETTINGS =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level = FINE
      paxoscope.ui.MainWindow.level = FINE
      """;

  private static final List<String> SCENARIOS =
      List.of("A_wins", "B_wins", "BB_wins", "livelock", "A_wins");

  private record Window(ProcessHandle process, List<Integer> ports) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Row> measure(Place place) {
    Samples starts = new Samples();
    List<Row> memory = new ArrayList<>();
    // The first one fills the caches of the system, and does not count.
    startAndEnd(place, new Samples(), _ -> {});
    for (int i = 1; i < STARTS; i++) {
      startAndEnd(place, starts, _ -> {});
    }
    startAndEnd(place, starts, window -> memory.addAll(memory(place, window)));
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.atMost(
            "start to usable window with 5 nodes, p50 of " + STARTS + screen(),
            starts.p50() / MILLIS_A_SECOND,
            MOST_SECONDS,
            " s"));
    rows.addAll(memory);
    return rows;
  }

  private static void startAndEnd(Place place, Samples starts, Consumer<Window> whenUsable) {
    List<Integer> ports = FreePorts.inARow(BenchmarkCluster.SIZE);
    Map<String, String> environment = environment(place.folder("window"));
    List<Program> started = new ArrayList<>();
    try {
      starts.time(
          () -> {
            started.add(Program.start(place.launcher("--ports", joined("", ports)), environment));
            started.getFirst().awaitLine(line -> line.contains("The window can be used"));
          });
      whenUsable.accept(new Window(started.getFirst().handle(), ports));
    } finally {
      started.forEach(Program::end);
    }
  }

  private static List<Row> memory(Place place, Window window) {
    List<Row> memory = new ArrayList<>(rows("after the start", window.process()));
    play(place, window.ports());
    memory.addAll(rows("after " + SCENARIOS.size() + " scenarios", window.process()));
    return memory;
  }

  // On the window's own nodes, and so before its eyes.
  private static void play(Place place, List<Integer> ports) {
    String roles = " %d %d 123 456".formatted(ports.getFirst(), ports.getLast());
    List<String> arguments =
        new ArrayList<>(List.of("console", "--connect", joined("127.0.0.1:", ports)));
    SCENARIOS.forEach(scenario -> arguments.addAll(List.of("-c", scenario + roles)));
    try (Program console =
        Program.start(place.launcher(arguments.toArray(String[]::new)), Map.of())) {
      List<String> said = console.rest();
      if (console.exitCode() != 0) {
        throw new IllegalStateException("The scenarios could not be played: " + said);
      }
    }
  }

  private static String joined(String host, List<Integer> ports) {
    return ports.stream().map(port -> host + port).collect(Collectors.joining(","));
  }

  private static List<Row> rows(String when, ProcessHandle window) {
    List<Row> rows = new ArrayList<>();
    ResidentMemory.mebibytes(window)
        .ifPresent(
            size ->
                rows.add(
                    Row.atMost(
                        "memory of the window " + when,
                        size,
                        MOST_MEBIBYTES_OF_THE_WINDOW,
                        " MB")));
    OptionalDouble largest =
        window
            .children()
            .map(ResidentMemory::mebibytes)
            .flatMapToDouble(OptionalDouble::stream)
            .max();
    largest.ifPresent(
        size ->
            rows.add(
                Row.atMost(
                    "memory of the largest node " + when, size, MOST_MEBIBYTES_OF_A_NODE, " MB")));
    return rows;
  }

  // Settings and history of whoever measures stay as they are.
  private static Map<String, String> environment(Path folder) {
    Path log = folder.resolve("logging.properties");
    try {
      Files.writeString(log, LOG_SETTINGS);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    List<String> options = new ArrayList<>(Screen.flags());
    options.add("-Djava.util.logging.config.file=" + log);
    return Map.of(
        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
        "XDG_STATE_HOME", folder.resolve("state").toString(),
        "JDK_JAVA_OPTIONS", String.join(" ", options));
  }

  private static String screen() {
    return Screen.isThere() ? "" : " (no display)";
  }
}
