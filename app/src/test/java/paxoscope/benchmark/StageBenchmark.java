package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import paxoscope.support.Program;

/**
 * How many frames a second there are while many messages fly, and while very many wait, drawn in
 * software as on a machine whose graphics card is not used.
 */
final class StageBenchmark implements Benchmark {

  private static final double LEAST_FRAMES = 60;

  // So many frames warm up, and so many count; fewer where each takes long.
  private static final String USUAL = "600";
  private static final String FEW = "100";

  @Override
  public String name() {
    return "stage";
  }

  @Override
  public List<Row> measure(Place place) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        frames(
            "stage, 5 nodes, 100 messages in flight",
            List.of(StageProcess.STAGE, "5", "100", USUAL)));
    rows.addAll(
        frames(
            "window, 9 nodes, 1,000 messages wait and are delivered one by one",
            List.of(StageProcess.WINDOW, "9", "1000", USUAL, place.folder("crowd").toString())));
    rows.addAll(
        frames(
            "stage, 9 nodes, 1,000 messages in flight at once",
            List.of(StageProcess.STAGE, "9", "1000", FEW)));
    return rows;
  }

  private static List<Row> frames(String what, List<String> arguments) {
    List<String> flags =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    flags.addAll(Screen.flags());
    flags.add("-Dprism.order=sw");
    List<String> command = Place.java(StageProcess.class, flags, arguments);
    try (Program frames = Program.start(command, Map.of())) {
      String[] words = frames.awaitLine(line -> line.startsWith(FrameCount.RESULT)).split("\\s+");
      String where = what + ", " + words[4];
      return List.of(
          // The timer of the screen is not exactly at 60: 59.9 are 60.
          Row.atLeast(
              where, Math.round(Double.parseDouble(words[1])), LEAST_FRAMES, " frames a second"),
          Row.of(where + ", time between frames", "p99 " + words[2] + " ms"),
          Row.of(where + ", processor time", words[3] + " ms a frame"));
    }
  }
}
