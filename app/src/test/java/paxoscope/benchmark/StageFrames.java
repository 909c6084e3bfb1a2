package paxoscope.benchmark;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import paxoscope.narration.Words;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.ui.control.FlyingMessage;
import paxoscope.ui.control.RingPane;
import paxoscope.ui.model.CardView;

/**
 * Shows the window's own stage with many messages on it, counts frames, prints one line and ends.
 * Each message flies for as many frames as there should be in a second, its time in the window, and
 * then begins anew: so a frame is the same work however many of them the machine manages.
 */
public final class StageFrames extends Application {

  /** How the line begins that has the result: frames a second, p99 and CPU in ms, the size. */
  static final String RESULT = "stage-frames";

  private static final int MESSAGES = 100;
  private static final int FRAMES_A_FLIGHT = 60;
  private static final int WARM_UP_FRAMES = 600;
  private static final int MEASURED_FRAMES = 600;
  private static final double NANOS_A_MILLI = 1e6;
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 900;
  private static final double FONT = 16;

  private final RingPane ring = new RingPane();
  private final List<Long> frames = new ArrayList<>();
  private final int[] flights = new int[MESSAGES];
  private int number;
  private Duration processorBefore = Duration.ZERO;

  @Override
  public void start(Stage stage) {
    RunHeader header =
        new RunHeader(
            "",
            "",
            "",
            Map.of(),
            Optional.of(new ServerId(1)),
            Optional.of(new ServerId(5)),
            List.of(8000, 8001, 8002, 8003, 8004));
    List<CardView> cards = CardView.of(new RecordedTrace(header), 0);
    ring.populate(cards.size());
    for (int i = 0; i < cards.size(); i++) {
      ring.card(i).show(cards.get(i), header);
    }
    Rectangle2D screen = Screen.getPrimary().getBounds();
    StackPane root = new StackPane(ring);
    root.getProperties().put("paxoscope.fontSize", FONT);
    Scene scene =
        new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    dress(scene);
    stage.setScene(scene);
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        frame(nanos, scene, this);
      }
    }.start();
  }

  private static void dress(Scene scene) {
    for (String weight : List.of("Regular", "Medium", "SemiBold", "Bold")) {
      Font.loadFont(url("fonts/inter/Inter-" + weight + ".otf"), FONT);
    }
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            Stream.of("light", "window", "stage", "panels")
                .map(name -> url("themes/" + name + ".css"))
                .toList());
    scene.getRoot().setStyle("-fx-font-size: " + FONT + "px;");
  }

  private static String url(String resource) {
    return StageFrames.class.getResource("/resources/" + resource).toExternalForm();
  }

  private void frame(long nanos, Scene scene, AnimationTimer timer) {
    number++;
    if (number == WARM_UP_FRAMES) {
      processorBefore = processorTime();
    }
    if (number >= WARM_UP_FRAMES) {
      frames.add(nanos);
    }
    if (frames.size() > MEASURED_FRAMES) {
      timer.stop();
      print(scene);
      scene.getWindow().hide();
      return;
    }
    for (int i = 0; i < MESSAGES; i++) {
      move(i, number + FRAMES_A_FLIGHT * i / MESSAGES);
    }
  }

  private void move(int index, int time) {
    FlyingMessage arrow = ring.arrow(index);
    int flight = 1 + time / FRAMES_A_FLIGHT;
    if (flight != flights[index]) {
      flights[index] = flight;
      Message message = message(index);
      arrow.begin(
          ring.path(message.from().number() - 1, message.to().number() - 1),
          Words.arrow(message),
          index % 2 == 0 ? "role-a" : "role-b",
          FlyingMessage.Ending.ARRIVES);
    }
    arrow.progress(time % FRAMES_A_FLIGHT / (double) FRAMES_A_FLIGHT);
  }

  // All pairs of servers, and all kinds of messages.
  private static Message message(int index) {
    ServerId from = new ServerId(1 + index % 5);
    ServerId to = new ServerId(1 + index / 5 % 5);
    Proposal proposal = new Proposal(new ProposalNumber(1 + index, from), new Value("123"));
    return switch (index / 25) {
      case 0 -> new Message.Prepare(from, to, proposal.number());
      case 1 -> new Message.Promise(from, to, proposal.number(), Optional.of(proposal));
      case 2 -> new Message.Accept(from, to, proposal);
      default -> new Message.Commit(from, to, proposal);
    };
  }

  private void print(Scene scene) {
    double nanos = frames.getLast() - frames.getFirst();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < frames.size(); i++) {
      gaps.add(frames.get(i) - frames.get(i - 1));
    }
    gaps.sort(null);
    Duration processor = processorTime().minus(processorBefore);
    System.out.printf(
        java.util.Locale.ROOT,
        "%s %.2f %.1f %.1f %.0fx%.0f%n",
        RESULT,
        gaps.size() * (double) TimeUnit.SECONDS.toNanos(1) / nanos,
        gaps.get((int) Math.ceil(0.99 * gaps.size()) - 1) / NANOS_A_MILLI,
        processor.toNanos() / NANOS_A_MILLI / gaps.size(),
        scene.getWidth(),
        scene.getHeight());
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ofNanos(1));
  }
}
