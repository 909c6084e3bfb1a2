package paxoscope.ui;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import paxoscope.director.Director;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.ui.commandbar.CommandBarController;
import paxoscope.ui.fx.FxDoor;
import paxoscope.ui.inspector.InspectorController;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.NodeCalls;
import paxoscope.ui.model.Playback;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.settings.SettingsFile;
import paxoscope.ui.stage.StageController;
import paxoscope.ui.strip.StripController;
import paxoscope.ui.timeline.TimeLineController;
import paxoscope.ui.topbar.TopBarController;
import paxoscope.ui.transport.TransportController;

/** Joins the parts of the window, by hand, in this one place. */
public final class MainWindow implements AutoCloseable {

  private static final long CLOSING_SECONDS = 10;
  private static final Logger LOG = Logger.getLogger(MainWindow.class.getName());

  private final WindowOptions options;
  private final Stage stage;
  private final SettingsFile settingsFile;
  private final Settings settings;
  private final ExecutorService driving =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("driving").factory());
  private final ExecutorService inquiring =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inquiry-", 1).factory());
  private final ControlDesk desk;
  private final Areas areas;
  private volatile Director director;

  /**
   * A window that is not shown yet.
   *
   * @param options what it needs
   * @param stage where it is shown
   */
  public MainWindow(WindowOptions options, Stage stage) {
    this.options = options;
    this.stage = stage;
    this.settingsFile = new SettingsFile(options.settings());
    this.settings = settingsFile.read();
    FxDoor door = new FxDoor();
    NodeCalls calls = new NodeCalls(whileOpen(driving), door);
    RunHeader none =
        new RunHeader("", "", "", Map.of(), Optional.empty(), Optional.empty(), options.ports());
    this.desk =
        new ControlDesk(
            calls,
            new NodeCalls(whileOpen(inquiring), door),
            options.scenarios(),
            complain -> new Playback(none, calls, complain));
    this.areas = new Areas();
  }

  // A window that is closed while a run is playing may still be asked for a frame, and with it for
  // the next step.
  private static Executor whileOpen(ExecutorService executor) {
    return task -> {
      if (!executor.isShutdown()) {
        executor.execute(task);
      }
    };
  }

  /** Shows the window and then looks for the nodes. */
  public void show() {
    areas.add(
        new StageController(desk.playback(), settings.speedProperty(), desk.selectionProperty()));
    areas.add(new StripController(desk));
    areas.add(new InspectorController(desk));
    areas.add(new TransportController(desk, settings));
    areas.add(new TimeLineController(desk.playback()));
    areas.add(new CommandBarController(desk));
    MainController main = new MainController(desk, this::connect);
    areas.add(new TopBarController(desk, settings, main::showHelp));
    areas.add(main);
    Look.loadFonts();
    Parent content = areas.load("Main.fxml");
    StackPane root = new StackPane(content);
    Scene scene = new Scene(root, settings.widthProperty().get(), settings.heightProperty().get());
    new Look(settings).dress(scene);
    new Keys(desk, settings, main, areas, stage).listen(scene);
    stage.setScene(scene);
    stage.setTitle("Paxoscope");
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    stage.setMaximized(settings.maximizedProperty().get());
    desk.onExit(stage::close);
    sayWhenUsable(scene);
    stage.show();
    connect();
  }

  // The time that a start takes cannot be seen from outside: whoever measures it switches on the
  // log and waits for this (docs/benchmarks.md).
  private void sayWhenUsable(Scene scene) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            boolean usable =
                desk.connectedProperty().get()
                    && desk.playback().state().servers().stream().allMatch(ServerView::alive);
            if (usable) {
              scene.removePostLayoutPulseListener(this);
              LOG.fine("The window can be used: all servers are there.");
            }
          }
        });
  }

  private void connect() {
    desk.connect(
        () -> {
          director = options.nodes().get();
          return director;
        });
  }

  /** Keeps the settings, and ends what runs for this window. */
  @Override
  public void close() {
    settings.maximizedProperty().set(stage.isMaximized());
    if (!stage.isMaximized() && !stage.isFullScreen() && stage.getScene() != null) {
      settings.widthProperty().set(stage.getScene().getWidth());
      settings.heightProperty().set(stage.getScene().getHeight());
    }
    settingsFile.write(settings);
    inquiring.shutdownNow();
    driving.execute(this::closeNodes);
    driving.shutdown();
    try {
      if (!driving.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        driving.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeNodes() {
    if (director != null) {
      director.close();
      director.cluster().close();
    }
  }

  /**
   * What the window's parts do.
   *
   * @return the desk
   */
  public ControlDesk desk() {
    return desk;
  }

  <T> T area(Class<T> controller) {
    return areas.get(controller);
  }
}
