package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import paxoscope.cluster.LocalCluster;
import paxoscope.command.StoredScenarios;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.support.SharedNodes;
import paxoscope.trace.ServerView;
import paxoscope.ui.model.NodeSource;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.topbar.TopBarController;

/** The window on five real node processes, as a test sees and uses it. */
final class RealWindow implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;
  private static final int MOST_CONTROLS = 100;

  // Faster than a user can have it: each flight is shown, but for a frame or two.
  private static final double SPEED = 50;

  private final List<Integer> ports;
  private final Path folder;
  private final Supplier<Director> nodes;
  private final Map<Integer, NodeSource> sizes = new HashMap<>();
  private final FxRobot robot = new FxRobot();
  private final GivenFiles files = new GivenFiles();
  private Optional<OpenedRun> opened = Optional.empty();
  private Optional<Path> scenario = Optional.empty();
  private MainWindow window;
  private boolean closed;

  /** The window on the nodes that all tests share. */
  RealWindow(Path folder) {
    this(SharedNodes.ports(), folder, () -> new ClusterDirector(SharedNodes.fresh()));
  }

  /** The window with nodes of its own. */
  RealWindow(List<Integer> ports, Path folder) {
    this(ports, folder, () -> new ClusterDirector(LocalCluster.start(ports)));
  }

  RealWindow(List<Integer> ports, Path folder, Supplier<Director> nodes) {
    this.ports = ports;
    this.folder = folder;
    this.nodes = nodes;
  }

  /** Begins with a recorded run instead of the nodes. */
  RealWindow beginningWith(OpenedRun run) {
    opened = Optional.of(run);
    return this;
  }

  /** Begins with a scenario of the user's own. */
  RealWindow beginningWith(Path own) {
    scenario = Optional.of(own);
    return this;
  }

  /** Lets the user choose so many nodes instead; they listen where the others do, and above. */
  RealWindow orWith(List<Integer> otherPorts) {
    sizes.put(
        otherPorts.size(),
        new NodeSource(otherPorts, () -> new ClusterDirector(LocalCluster.start(otherPorts))));
    return this;
  }

  /** The file that the user chooses whenever the window asks for one. */
  void willChoose(Path file) {
    files.next = Optional.of(file);
  }

  /** The user chooses no file when the window asks for one. */
  void willChooseNothing() {
    files.next = Optional.empty();
  }

  /** The name that the window has last proposed for a file. */
  String askedName() {
    return files.name;
  }

  /** Shows the window; to be called on its thread. */
  void show(Stage stage) throws IOException {
    Path settings = folder.resolve("window.properties");
    if (Files.notExists(settings)) {
      Files.writeString(settings, "width=1000\nheight=620\nhintsSeen=true\n");
    }
    window =
        new MainWindow(
            new WindowOptions(
                new NodeSource(ports, nodes),
                sizes,
                new StoredScenarios(ScenarioLibrary.load()),
                settings,
                folder.resolve("runs"),
                opened,
                scenario),
            stage,
            files);
    window.settings().speedProperty().set(SPEED);
    window.show();
  }

  void awaitNodes() {
    await(() -> window.desk().connectedProperty().get());
  }

  Playback playback() {
    return window.desk().playback();
  }

  MainWindow window() {
    return window;
  }

  FxRobot robot() {
    return robot;
  }

  /** Presses a button or link by its action: the layout decides where it is, not this test. */
  void press(String id) {
    Node node = find(id);
    robot.interact(() -> ((ButtonBase) node).fire());
  }

  /**
   * Moves the focus from control to control until it is there, as a person without a mouse does.
   */
  void tabTo(Node wanted) {
    robot.interact(() -> wanted.getScene().getRoot().requestFocus());
    for (int i = 0; i < MOST_CONTROLS && !inside(wanted::isFocused); i++) {
      robot.push(KeyCode.TAB);
    }
    assertTrue(inside(wanted::isFocused), wanted + " is out of reach");
  }

  /** Types a command and has it carried out. */
  void command(String line) {
    TextField input = (TextField) find("command");
    robot.interact(
        () -> {
          input.setText(line);
          input.fireEvent(new ActionEvent());
        });
  }

  /** All that was said in the command bar; to be asked on the window's thread. */
  List<String> said() {
    return window.desk().commands().log().lines().stream().map(line -> line.text()).toList();
  }

  /** Takes steps, or shows those of the record, until exactly so many are shown. */
  void stepTo(int step) {
    await(
        () -> {
          if (playback().cursorProperty().get() < step) {
            playback().forward();
          }
          return playback().cursorProperty().get() >= step;
        });
    await(() -> playback().flightProperty().get() == null);
    // On a busy machine the run may have got further before it was paused.
    robot.interact(
        () -> {
          if (playback().cursorProperty().get() > step) {
            playback().jump(step);
          }
        });
  }

  Node find(String id) {
    return robot.lookup("#" + id).query();
  }

  String text(String id) {
    return inside(() -> ((Labeled) find(id)).getText());
  }

  ViewChoice views() {
    return window.views();
  }

  TopBarController topBar() {
    return window.area(TopBarController.class);
  }

  /** The menu of the numbers of servers, within More. */
  Menu servers() {
    return menu("servers");
  }

  /** A menu within More. */
  Menu menu(String id) {
    return ((MenuButton) find("more"))
        .getItems().stream()
            .filter(item -> id.equals(item.getId()))
            .map(Menu.class::cast)
            .findFirst()
            .orElseThrow();
  }

  TabPane tabs() {
    return (TabPane) find("inspector-tabs");
  }

  <T> T inside(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), question);
  }

  void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> inside(condition));
    } catch (TimeoutException late) {
      throw new AssertionError(
          "It did not come to that: banner '"
              + window.desk().noticeProperty().get().text()
              + "', step "
              + playback().cursorProperty().get()
              + " of "
              + playback().sizeProperty().get(),
          late);
    }
  }

  /** What the clients were told; to be asked on the window's thread. */
  List<String> saidToClients() {
    return said().stream().filter(text -> text.contains(" responded: ")).toList();
  }

  /** Plays until the scenario has ended by itself. */
  void awaitEnd(String scenario) {
    await(
        () ->
            playback().traceProperty().get().header().scenario().equals(scenario)
                && playback().sizeProperty().get() > 0
                && !playback().underWayProperty().get()
                && playback().flightProperty().get() == null
                && playback().cursorProperty().get() == playback().sizeProperty().get());
  }

  List<ServerView> cards() {
    return inside(() -> playback().state().servers());
  }

  Director director() {
    return window.desk().director().orElseThrow();
  }

  /** What the nodes say of themselves, beside what the cards show. */
  void assertCardsShowTheNodes() {
    for (ServerView card : cards()) {
      NodeState node = director().cluster().status(card.server()).orElseThrow();
      assertEquals(node.promised(), card.promised(), card.server() + " promised");
      assertEquals(node.accepted(), card.accepted(), card.server() + " accepted");
      assertEquals(node.fileContents(), card.fileContents(), card.server() + " file");
    }
  }

  void assertAllFilesHold(String value) {
    assertEquals(
        Collections.nCopies(cards().size(), value),
        cards().stream().map(ServerView::fileContents).toList());
    assertCardsShowTheNodes();
  }

  Optional<NodeState> status(int server) {
    return director().cluster().status(new ServerId(server));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      window.close();
    }
  }
}
