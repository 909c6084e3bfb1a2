package paxoscope.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import paxoscope.export.Handout;
import paxoscope.export.View;
import paxoscope.files.RunFile;
import paxoscope.narration.Narrator;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Causality;
import paxoscope.trace.ServerHistory;
import paxoscope.trace.ServerMessages;
import paxoscope.trace.Trace;
import paxoscope.ui.MainWindow;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.Flight;
import paxoscope.ui.model.MessageLookup;
import paxoscope.ui.model.Milestones;
import paxoscope.ui.spacetime.PanningFrames;

/** Measures long runs, on the thread of the window, and prints a line for each figure. */
public final class RunFigures extends Application {

  private static final int LONG = 1_000_000;
  private static final int SHORTER = 100_000;
  private static final int SHORT = 200;
  private static final int TEN_THOUSAND_MESSAGES = 10_400;
  private static final int JUMPS = 2_000;
  private static final int WINDOW_JUMPS = 300;
  private static final int WARM_UP = 300;
  private static final int SEED = 7;
  private static final int ROWS_IN_SIGHT = 12;
  private static final int PICTURES = 20;
  private static final int VIEWS = 4;
  private static final double MOST_FRAMES = 60;
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  private static final double MOST_MILLIS = 16;
  private static final double MILLIS_A_SECOND = 1_000;
  private static final double BYTES_A_MEGABYTE = 1e6;
  private static final int SECONDS_TO_A_SIGN = 20;

  @Override
  public void start(Stage stage) throws IOException {
    ScheduledExecutorService signs = Executors.newSingleThreadScheduledExecutor();
    // Whoever reads the lines waits for the next one for a while only.
    signs.scheduleAtFixedRate(
        () -> System.out.println("..."), 1, SECONDS_TO_A_SIGN, TimeUnit.SECONDS);
    Path folder = Path.of(getParameters().getRaw().getFirst());
    files(SHORTER, "run of 100,000 steps", folder);
    Trace run = files(LONG, "run of 1,000,000 steps", folder);
    seeks(run);
    window(LongRun.of(SHORT), "200", new Stage(), folder);
    window(run, "1,000,000", stage, folder);
    Trace drawn = LongRun.of(TEN_THOUSAND_MESSAGES);
    pictures(drawn);
    panning(drawn);
    signs.shutdownNow();
    Platform.exit();
  }

  private static void print(Row row) {
    System.out.println(row.line());
  }

  // Files and memory

  /** Gives the run as it is when it comes from its file. */
  private static Trace files(int steps, String what, Path folder) throws IOException {
    Path file = folder.resolve(steps + RunFile.EXTENSION);
    print(Row.of(what + ", save", save(steps, file)));
    long begin = System.nanoTime();
    Trace read = RunFile.read(file).trace();
    double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    print(Row.of(what + ", load", Row.number(seconds) + " s"));
    print(Row.of(what + ", memory", used() / steps + " bytes a step"));
    Files.delete(file);
    return read;
  }

  private static String save(int steps, Path file) throws IOException {
    Trace run = LongRun.of(steps);
    Samples saving = new Samples();
    saving.time(() -> RunFile.write(file, run, List.of()));
    return "%s s, %s MB"
        .formatted(
            Row.number(saving.p50() / MILLIS_A_SECOND),
            Row.number(Files.size(file) / BYTES_A_MEGABYTE));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  // Going to any moment

  private static void seeks(Trace run) {
    print(seek("seek in 1,000,000 steps, the fold", run, JUMPS, run::at));
    print(
        seek("seek in 1,000,000 steps, the window's model", run, JUMPS, step -> model(run, step)));
    print(
        seek(
            "causes and effects in 1,000,000 steps, first question",
            run,
            JUMPS,
            step -> new Causality(run).of(Math.max(1, run.passageCount(step)))));
  }

  private static Row seek(String what, Trace run, int jumps, IntConsumer go) {
    Random random = new Random(SEED);
    for (int i = 0; i < WARM_UP; i++) {
      go.accept(1 + random.nextInt(run.size()));
    }
    Samples samples = new Samples();
    for (int i = 0; i < jumps; i++) {
      int step = 1 + random.nextInt(run.size());
      samples.time(() -> go.accept(step));
    }
    Row row = Row.atMost(what, samples.p99(), MOST_MILLIS, " ms");
    String figure = samples + ", max " + Row.number(samples.percentileMillis(1)) + " ms";
    return new Row(row.what(), figure, "p99 " + row.aim(), row.met());
  }

  /** All that the window asks of a run when it goes to a moment. */
  private static void model(Trace run, int step) {
    Milestones.of(run.at(step));
    CardView.of(run, step);
    new Narrator().narrate(run, step);
    Flight flight = Flight.of(run.step(step), step);
    flight.messages().forEach(message -> new MessageLookup(run).flying(message, flight));
    ServerHistory history = new ServerHistory(run, new ServerId(1), step);
    history.subList(Math.max(0, history.size() - ROWS_IN_SIGHT), history.size()).toArray();
    ServerMessages messages = new ServerMessages(run, new ServerId(1), step);
    messages.subList(0, Math.min(ROWS_IN_SIGHT, messages.size())).toArray();
  }

  /** The window itself: its model, its controls and their layout, all but the pixels. */
  private static void window(Trace run, String steps, Stage stage, Path folder) {
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    MainWindow window = new MainWindow(RecordedWindow.of(run, folder), stage);
    window.show();
    Parent root = stage.getScene().getRoot();
    print(
        seek(
            "seek in %s steps, the whole window with its layout".formatted(steps),
            run,
            WINDOW_JUMPS,
            step -> {
              window.desk().playback().jump(step);
              root.applyCss();
              root.layout();
            }));
    stage.hide();
    window.close();
  }

  // Drawing

  private static void pictures(Trace run) {
    for (Handout.Format format : List.of(Handout.Format.SVG, Handout.Format.PNG)) {
      for (View view : List.of(View.STAGE, View.SPACE_TIME)) {
        Handout handout = new Handout(format, view, 0, run.size(), false, WIDTH, HEIGHT);
        Samples samples = new Samples();
        write(handout, run);
        for (int i = 0; i < PICTURES; i++) {
          samples.time(() -> write(handout, run));
        }
        print(Row.of("export of a picture, %s as %s".formatted(view, format), samples.toString()));
      }
    }
  }

  private static void write(Handout handout, Trace run) {
    try {
      handout.write(run, new ByteArrayOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void panning(Trace run) {
    pan("panning 10,000 messages, 200 steps in sight", run, 200);
    pan("panning 10,000 messages, half of them in sight", run, run.size() / 2.0);
  }

  private static void pan(String what, Trace run, double span) {
    PanningFrames.of(run, span, WIDTH, HEIGHT, 1);
    PanningFrames frames = PanningFrames.of(run, span, WIDTH, HEIGHT, VIEWS);
    print(Row.atLeast(what, frames.aSecond(), MOST_FRAMES, " frames a second"));
    print(
        Row.of(
            what + ", from frame to frame: p50, p99, max",
            "%s, %s, %s ms"
                .formatted(
                    Row.number(frames.middleMillis()),
                    Row.number(frames.longMillis()),
                    Row.number(frames.longestMillis()))));
  }
}
