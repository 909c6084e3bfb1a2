package paxoscope.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;
import paxoscope.files.RunRecorder;
import paxoscope.scenario.Scenario;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.ui.commandbar.CommandBarController;
import paxoscope.ui.compare.CompareController;
import paxoscope.ui.duel.DuelBarController;
import paxoscope.ui.editor.EditorController;
import paxoscope.ui.experiment.ExperimentController;
import paxoscope.ui.export.ExportController;
import paxoscope.ui.fx.FxDoor;
import paxoscope.ui.hints.HintsController;
import paxoscope.ui.inspector.InspectorController;
import paxoscope.ui.inspector.MessagePaneController;
import paxoscope.ui.library.LibraryController;
import paxoscope.ui.model.ClusterSize;
import paxoscope.ui.model.Continuation;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.EditorDesk;
import paxoscope.ui.model.ExperimentDesk;
import paxoscope.ui.model.ExportDesk;
import paxoscope.ui.model.FileChoice;
import paxoscope.ui.model.NodeCalls;
import paxoscope.ui.model.NodeSource;
import paxoscope.ui.model.PassageSelection;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.QuorumLens;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.model.ScenarioDesk;
import paxoscope.ui.model.Selection;
import paxoscope.ui.model.SelectionJoin;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.parameters.ParametersController;
import paxoscope.ui.picture.DiagramLook;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.settings.SettingsFile;
import paxoscope.ui.slide.SlideController;
import paxoscope.ui.spacetime.SpaceTimeController;
import paxoscope.ui.spacetime.SpaceTimeHeadController;
import paxoscope.ui.stage.ChanceBarController;
import paxoscope.ui.stage.FreeBarController;
import paxoscope.ui.stage.ServerMenu;
import paxoscope.ui.stage.StageController;
import paxoscope.ui.strip.StripController;
import paxoscope.ui.timeline.TimeLineController;
import paxoscope.ui.topbar.MoreMenuController;
import paxoscope.ui.topbar.ServersMenuController;
import paxoscope.ui.topbar.Sheets;
import paxoscope.ui.topbar.TopBarController;
import paxoscope.ui.transport.TransportController;
import paxoscope.ui.views.ViewSwitchController;
import paxoscope.ui.views.ViewsController;
import paxoscope.ui.words.UiText;

/** Joins the parts of the window, by hand, in this one place. */
public final class MainWindow implements AutoCloseable {

  private static final long CLOSING_SECONDS = 10;
  private static final Logger LOG = Logger.getLogger(MainWindow.class.getName());

  private final WindowOptions options;
  private final Stage stage;
  private final SettingsFile settingsFile;
  private final Settings settings;
  private final ExecutorService driving =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("driving").factory());
  private final ExecutorService inquiring =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("inquiry-", 1).factory());
  // Drawing a film keeps a processor busy, and must not keep the others from their turn.
  private final ExecutorService exporting =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("exporting").factory());
  private final ControlDesk desk;
  private final ClusterSize size;
  private final ExportDesk exports;
  private final ExperimentDesk experiments;
  private final Areas areas;
  private final ViewChoice views = new ViewChoice();
  private final RunDesk runs;
  private final Continuation continuation;
  private final EditorDesk texts;
  private final ScenarioDesk scenarios;
  private final DroppedFiles dropped;
  private volatile Director director;
  private volatile RunRecorder recorder;

  /**
   * A window that is not shown yet.
   *
   * @param options what it needs
   * @param stage where it is shown
   */
  public MainWindow(WindowOptions options, Stage stage) {
    this(options, stage, new RunFileChooser(stage));
  }

  /**
   * The same, where somebody else asks for files.
   *
   * @param options what it needs
   * @param stage where it is shown
   * @param files asks for files
   */
  MainWindow(WindowOptions options, Stage stage, FileChoice files) {
    this.options = options;
    this.stage = stage;
    this.settingsFile = new SettingsFile(options.settings());
    this.settings = settingsFile.read();
    FxDoor door = new FxDoor();
    NodeCalls calls = new NodeCalls(whileOpen(driving), door);
    this.desk =
        new ControlDesk(
            calls,
            new NodeCalls(whileOpen(inquiring), door),
            options.scenarios(),
            complain -> new Playback(noRun(options.nodes().ports()), calls, complain));
    this.size = new ClusterSize(desk, options.nodes(), options.sizes());
    this.runs = new RunDesk(desk, files, options.runs());
    this.exports = new ExportDesk(desk, files, new NodeCalls(whileOpen(exporting), door));
    this.experiments = new ExperimentDesk(desk, files);
    this.continuation = new Continuation(desk);
    this.texts = new EditorDesk(desk, files);
    this.scenarios = new ScenarioDesk(desk, runs, texts);
    this.dropped =
        new DroppedFiles(scenarios::open, many -> desk.complain(UiText.of("files.too-many", many)));
    this.areas = new Areas();
  }

  private static RunHeader noRun(List<Integer> ports) {
    return new RunHeader("", "", "", Map.of(), Optional.empty(), Optional.empty(), ports);
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
    QuorumLens lens = new QuorumLens(desk.playback());
    DiagramLook look = new DiagramLook(settings.darkProperty(), lens);
    areas.add(
        new StageController(
            desk.playback(),
            settings.speedProperty(),
            desk.selectionProperty(),
            lens,
            serverMenu()));
    areas.add(new FreeBarController(desk.commands().freePlay()));
    areas.add(new ChanceBarController(desk.commands().freePlay()));
    PassageSelection selected = new PassageSelection();
    new SelectionJoin(desk.selectionProperty(), selected, desk.playback().traceProperty()::get);
    areas.add(
        new SpaceTimeController(desk.playback(), selected, look, views, whileOpen(inquiring)));
    areas.add(new SpaceTimeHeadController(desk.playback()));
    areas.add(
        new SlideController(
            desk.playback(),
            look,
            server -> desk.selectionProperty().set(new Selection.Server(server)),
            message -> desk.selectionProperty().set(new Selection.Message(message.name()))));
    areas.add(new ViewsController(views, lens));
    areas.add(new ViewSwitchController(views));
    areas.add(new DuelBarController(desk.playback()));
    areas.add(new StripController(desk, continuation));
    areas.add(new InspectorController(desk));
    areas.add(new MessagePaneController(desk, runs));
    areas.add(new TransportController(desk, runs, settings));
    areas.add(new TimeLineController(desk.playback(), desk.selectionProperty()));
    areas.add(new CompareController(runs, desk.playback()));
    areas.add(new CommandBarController(desk.commands(), desk.playback(), size.nodesProperty()));
    MainController main = new MainController(desk, this::connect);
    HintsController hints = new HintsController(settings, desk.playback());
    areas.add(hints);
    addTopBar(main, hints);
    areas.add(main);
    Look.loadFonts();
    Parent content = areas.load("Main.fxml");
    StackPane root = new StackPane(content);
    Scene scene =
        OnScreen.scene(root, settings.widthProperty().get(), settings.heightProperty().get());
    new Look(settings).dress(scene);
    new Keys(desk, runs, settings, main, areas, stage, lens, texts, continuation).listen(scene);
    stage.setScene(scene);
    runs.openedProperty().addListener((_, _, run) -> stage.setTitle(title(run)));
    stage.setTitle(title(null));
    stage.setMaximized(settings.maximizedProperty().get());
    desk.commands().onExit(() -> texts.whenSafe(stage::close));
    stage.setOnCloseRequest(
        request -> {
          request.consume();
          texts.whenSafe(stage::close);
        });
    dropped.listen(scene);
    sayWhenUsable(scene);
    size.nodesProperty().addListener((_, _, chosen) -> changeNodes(chosen));
    keepChoices();
    OnScreen.show(stage);
    hints.showOnce();
    if (options.opened().isPresent()) {
      desk.connectWhenNeeded(() -> openNodes(options.nodes()));
      runs.show(options.opened().get(), 0);
    } else {
      connect();
      options.scenario().ifPresent(scenarios::openOnceConnected);
    }
  }

  private ServerMenu serverMenu() {
    return new ServerMenu(
        desk.commands().freePlay(),
        () -> List.of(settings.valueAProperty().get(), settings.valueBProperty().get()),
        (left, right) -> areas.get(CommandBarController.class).begin(left, right));
  }

  private void addTopBar(MainController main, HintsController hints) {
    ExportController export =
        new ExportController(exports, desk.playback(), views, settings.darkProperty());
    areas.add(export);
    TopBarController topBar = new TopBarController(desk, settings);
    areas.add(topBar);
    areas.add(new ServersMenuController(size));
    List<Scenario> known = options.scenarios().scenarios();
    LibraryController library =
        new LibraryController(known, topBar::hasButtonFor, topBar::play, scenarios::offer);
    areas.add(library);
    areas.add(new ParametersController(scenarios, known, topBar::roles));
    areas.add(new EditorController(texts, known, settings.darkProperty()));
    ExperimentController experiment =
        new ExperimentController(experiments, settings.darkProperty());
    areas.add(experiment);
    areas.add(
        new MoreMenuController(
            desk,
            runs,
            continuation,
            settings,
            topBar::play,
            new Sheets(
                topBar::beFree,
                library::show,
                () -> scenarios.offer(known),
                texts::show,
                experiment::open,
                export::show,
                main::showHelp,
                hints::show)));
  }

  // At once, and not only at the end: a program that is killed has none.
  private void keepChoices() {
    List.<ObservableValue<?>>of(
            settings.darkProperty(), settings.textSizeProperty(), settings.hintsSeenProperty())
        .forEach(choice -> choice.addListener((_, _, _) -> settingsFile.write(settings)));
  }

  private static String title(OpenedRun run) {
    return run == null ? "Paxoscope" : run.name() + " - Paxoscope";
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
    NodeSource chosen = size.nodesProperty().get();
    desk.connect(() -> openNodes(chosen));
  }

  // The ring has its new size at once; the servers come to it one by one.
  private void changeNodes(NodeSource chosen) {
    desk.playback().show(new RecordedTrace(noRun(chosen.ports())));
    connect();
  }

  private Director openNodes(NodeSource chosen) {
    closeNodes();
    Director opened = chosen.open().get();
    recorder =
        new RunRecorder(
            options.runs(),
            opened::trace,
            trouble -> desk.inquiries().window().execute(() -> desk.complain(trouble)));
    opened.onChange(recorder::catchUp);
    director = opened;
    return opened;
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
    exports.stop();
    experiments.stop();
    exporting.shutdown();
    driving.execute(this::closeNodes);
    driving.shutdown();
    try {
      if (!driving.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        driving.shutdownNow();
      }
      // It leaves no half file behind.
      exporting.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeNodes() {
    if (director != null) {
      director.close();
      director.cluster().close();
      recorder.close();
      director = null;
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

  Settings settings() {
    return settings;
  }

  RunDesk runs() {
    return runs;
  }

  ScenarioDesk scenarios() {
    return scenarios;
  }

  DroppedFiles dropped() {
    return dropped;
  }

  EditorDesk texts() {
    return texts;
  }

  ViewChoice views() {
    return views;
  }

  <T> T area(Class<T> controller) {
    return areas.get(controller);
  }
}
