package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import paxoscope.support.Program;

/**
 * How many frames a second the stage shows while 100 messages fly, drawn in software as on a
 * machine whose graphics card is not used.
 */
final class StageBenchmark implements Benchmark {

  private static final double LEAST_FRAMES = 60;

  @Override
  public String name() {
    return "stage";
  }

  @Override
  public List<Row> measure(Place place) {
    List<String> flags =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    flags.addAll(Screen.flags());
    flags.add("-Dprism.order=sw");
    List<String> command = Place.java(StageProcess.class, flags, List.of());
    try (Program frames = Program.start(command, Map.of())) {
      String[] words = frames.awaitLine(line -> line.startsWith(StageFrames.RESULT)).split("\\s+");
      String what = "stage, 5 nodes, 100 messages in flight, " + words[4];
      return List.of(
          // The timer of the screen is not exactly at 60: 59.9 are 60.
          Row.atLeast(
              what, Math.round(Double.parseDouble(words[1])), LEAST_FRAMES, " frames a second"),
          Row.of(what + ", time between frames", "p99 " + words[2] + " ms"),
          Row.of(what + ", processor time", words[3] + " ms a frame"));
    }
  }
}
