package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import paxoscope.support.Program;

/**
 * What long runs cost: going to any moment, memory, files, pictures and panning. In a process of
 * its own, because a run of a million steps needs more memory than the other figures.
 */
final class RunBenchmark implements Benchmark {

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public List<Row> measure(Place place) {
    List<String> flags =
        new ArrayList<>(
            List.of("-XX:+UseSerialGC", "-Xmx5g", "--enable-native-access=ALL-UNNAMED"));
    flags.addAll(Screen.flags());
    flags.add("-Dprism.order=sw");
    List<String> command =
        Place.java(RunProcess.class, flags, List.of(place.folder("runs").toString()));
    try (Program figures = Program.start(command, Map.of())) {
      List<String> lines = figures.rest();
      if (figures.exitCode() != 0) {
        throw new IllegalStateException("Runs could not be measured: " + lines);
      }
      return lines.stream().flatMap(line -> Row.ofLine(line).stream()).toList();
    }
  }
}
