package paxoscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the benchmarks and prints their table. */
final class Benchmarks {

  private static final List<Benchmark> ALL =
      List.of(
          new SetValueBenchmark(),
          new ThroughputBenchmark(),
          new StartBenchmark(),
          new StageBenchmark(),
          new RunBenchmark());

  private static final long MOST_MINUTES = 20;

  private Benchmarks() {}

  /**
   * Measures, and ends the process.
   *
   * @param arguments the packaged folder, a folder for files, and a benchmark's name or "true" for
   *     all of them
   */
  public static void main(String[] arguments) throws IOException {
    CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES)
        .execute(
            () -> {
              System.err.println("The benchmarks took over " + MOST_MINUTES + " minutes.");
              System.exit(1);
            });
    List<Benchmark> chosen = chosen(arguments[2]);
    Path temporary = Files.createTempDirectory(Path.of(arguments[1]), "benchmark-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(temporary)));
    Place place = new Place(Path.of(arguments[0]), temporary);
    System.out.println(machine());
    List<Row> rows = new ArrayList<>();
    for (Benchmark benchmark : chosen) {
      System.out.println("measuring " + benchmark.name() + " ...");
      List<Row> measured = benchmark.measure(place);
      // Each at once as well: what is measured is not lost if a later one fails.
      System.out.println(Table.of(measured));
      rows.addAll(measured);
    }
    System.out.println(System.lineSeparator() + Table.of(rows));
    System.out.println(System.lineSeparator() + load());
    System.exit(0);
  }

  private static List<Benchmark> chosen(String name) {
    if (name.equals("true")) {
      return ALL;
    }
    List<Benchmark> found = ALL.stream().filter(known -> known.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no benchmark '%s'; there are: %s."
              .formatted(name, String.join(", ", ALL.stream().map(Benchmark::name).toList())));
    }
    return found;
  }

  private static String machine() {
    return "%s, %d processors, %s, Java %s%n%s"
        .formatted(
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            Runtime.version(),
            load());
  }

  // More than the number of processors means that something else ran: measure again.
  private static String load() {
    double load =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "load unknown" : String.format(Locale.ROOT, "load %.1f", load);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException left) {
      System.err.println("Left behind: " + folder + " (" + left.getMessage() + ")");
    }
  }
}
