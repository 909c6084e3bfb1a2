package paxoscope.benchmark;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * then begins anew: so a frame is the same work however many of them the machine manages. Is told
 * how many servers and messages there are, and how many frames warm up and count.
 */
public final class StageFrames extends Application {

  private static final int FRAMES_A_FLIGHT = 60;
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 900;
  private static final double FONT = 16;

  private final RingPane ring = new RingPane();
  private int servers;
  private int messages;
  private int[] flights;
  private FrameCount count;

  @Override
  public void start(Stage stage) {
    List<Integer> given = getParameters().getRaw().stream().map(Integer::valueOf).toList();
    servers = given.get(0);
    messages = given.get(1);
    flights = new int[messages];
    count = new FrameCount(given.get(2), given.get(2));
    RunHeader header =
        new RunHeader(
            "",
            "",
            "",
            Map.of(),
            Optional.of(new ServerId(1)),
            Optional.of(new ServerId(servers)),
            IntStream.range(8000, 8000 + servers).boxed().toList());
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
    int number = count.frame(nanos);
    if (count.isOver()) {
      timer.stop();
      count.print(scene);
      scene.getWindow().hide();
      return;
    }
    for (int i = 0; i < messages; i++) {
      move(i, number + FRAMES_A_FLIGHT * i / messages);
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
  private Message message(int index) {
    ServerId from = new ServerId(1 + index % servers);
    ServerId to = new ServerId(1 + index / servers % servers);
    Proposal proposal = new Proposal(new ProposalNumber(1 + index, from), new Value("123"));
    return switch (index / (servers * servers) % 4) {
      case 0 -> new Message.Prepare(from, to, proposal.number());
      case 1 -> new Message.Promise(from, to, proposal.number(), Optional.of(proposal));
      case 2 -> new Message.Accept(from, to, proposal);
      default -> new Message.Commit(from, to, proposal);
    };
  }
}
