package paxoscope.ui;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import paxoscope.ui.commandbar.CommandBarController;
import paxoscope.ui.compare.CompareController;
import paxoscope.ui.editor.EditorController;
import paxoscope.ui.experiment.ExperimentController;
import paxoscope.ui.export.ExportController;
import paxoscope.ui.hints.HintsController;
import paxoscope.ui.library.LibraryController;
import paxoscope.ui.model.Continuation;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.EditorDesk;
import paxoscope.ui.model.Notice;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.QuorumLens;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.parameters.ParametersController;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.spacetime.SpaceTimeController;
import paxoscope.ui.strip.StripController;
import paxoscope.ui.topbar.TopBarController;
import paxoscope.ui.transport.TransportController;

/** The keys of the window. Single keys are off while one types. */
final class Keys {

  /** Keys that belong to the run. */
  private static final Set<KeyCode> MOVES = Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.E);

  private final ControlDesk desk;
  private final RunDesk runs;
  private final Settings settings;
  private final MainController main;
  private final Areas areas;
  private final Stage stage;
  private final QuorumLens lens;
  private final EditorDesk texts;
  private final Continuation continuation;
  private final Set<KeyCode> taken = EnumSet.noneOf(KeyCode.class);
  private Node home;

  Keys(
      ControlDesk desk,
      RunDesk runs,
      Settings settings,
      MainController main,
      Areas areas,
      Stage stage,
      QuorumLens lens,
      EditorDesk texts,
      Continuation continuation) {
    this.desk = desk;
    this.runs = runs;
    this.settings = settings;
    this.main = main;
    this.areas = areas;
    this.stage = stage;
    this.lens = lens;
    this.texts = texts;
    this.continuation = continuation;
  }

  void listen(Scene scene) {
    home = scene.getRoot();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(scene, key));
    scene.addEventFilter(KeyEvent.KEY_TYPED, key -> typed(scene, key));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    // Whoever goes to another window lets go of the key there.
    stage.focusedProperty().addListener((_, _, _) -> lens.hold(false));
  }

  private void pressed(Scene scene, KeyEvent key) {
    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
    boolean ofTheText = typing && key.getCode().isArrowKey();
    boolean done = key.isShortcutDown() ? !ofTheText && withControl(key) : always(scene, key);
    if (!done && !typing && !key.isShortcutDown() && !key.isAltDown() && !isCovered()) {
      done = single(scene, key);
    }
    if (done) {
      taken.add(key.getCode());
      key.consume();
    }
  }

  private void released(KeyEvent key) {
    // Some controls, such as sliders, do what a key says when it is let go.
    if (taken.remove(key.getCode())) {
      key.consume();
    }
    if (key.getCode() == KeyCode.Q) {
      lens.hold(false);
    }
  }

  private boolean isCovered() {
    return main.isAsking()
        || areas.get(CompareController.class).isShown()
        || areas.get(ExperimentController.class).isShown()
        || areas.get(ExportController.class).isShown()
        || areas.get(LibraryController.class).isShown()
        || areas.get(ParametersController.class).isShown()
        || texts.shownProperty().get();
  }

  private boolean withControl(KeyEvent key) {
    if (texts.shownProperty().get() && !areas.get(ParametersController.class).isShown()) {
      return inTheEditor(key) || (!MOVES.contains(key.getCode()) && withControl(key.getCode()));
    }
    return withControl(key.getCode());
  }

  private boolean inTheEditor(KeyEvent key) {
    switch (key.getCode()) {
      case O -> texts.chooseAndOpen();
      case S -> saveText(key.isShiftDown());
      case ENTER -> texts.play();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void saveText(boolean elsewhere) {
    if (elsewhere) {
      texts.saveAs();
    } else {
      texts.save();
    }
  }

  private boolean withControl(KeyCode code) {
    switch (code) {
      case N -> ifUncovered(texts::show);
      case O -> ifUncovered(runs::chooseAndOpen);
      case S -> ifUncovered(runs::chooseAndSave);
      case E -> ifUncovered(areas.get(ExportController.class)::show);
      case LEFT -> ifUncovered(areas.get(TransportController.class)::previousDecision);
      case RIGHT -> ifUncovered(areas.get(TransportController.class)::nextDecision);
      case PLUS, ADD, EQUALS -> settings.enlargeText(1);
      case MINUS, SUBTRACT -> settings.enlargeText(-1);
      case DIGIT0, NUMPAD0 -> settings.textSizeProperty().set(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What lies above the window is about the run below it: that one stays while it is there. */
  private void ifUncovered(Runnable action) {
    if (!main.isCovered() && !isCovered()) {
      action.run();
    }
  }

  private boolean always(Scene scene, KeyEvent key) {
    switch (key.getCode()) {
      case F1 -> main.showHelp();
      case F11 -> stage.setFullScreen(!stage.isFullScreen());
      case ESCAPE -> {
        if (!main.isCovered() && areas.get(SpaceTimeController.class).clearSelection()) {
          return true;
        }
        return escape();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  // One press closes one thing: what is on top.
  private boolean escape() {
    if (areas.get(CommandBarController.class).closeCandidates()
        || !main.isCovered() && areas.get(ParametersController.class).close()
        || !main.isCovered() && areas.get(EditorController.class).close()
        || !main.isCovered() && areas.get(ExperimentController.class).close()
        || !main.isCovered() && areas.get(ExportController.class).close()
        || !main.isCovered() && areas.get(LibraryController.class).close()
        || !main.isCovered() && areas.get(CompareController.class).close()
        || !main.isCovered() && continuation.stop()) {
      return true;
    }
    boolean bare = !main.isCovered() && desk.noticeProperty().get().equals(Notice.NONE);
    if (!main.isCovered()) {
      bare = !areas.get(HintsController.class).close() && bare;
    }
    main.closeAll();
    if (bare) {
      areas.get(StripController.class).closeWhy();
    }
    if (!texts.shownProperty().get()) {
      home.requestFocus();
    }
    return !stage.isFullScreen();
  }

  private boolean single(Scene scene, KeyEvent key) {
    Playback playback = desk.playback();
    // With Shift, arrows belong to the view: they go from one thing in it to the next.
    boolean ofTheView = key.isShiftDown() && key.getCode().isArrowKey();
    if (ofTheView || isMeantForFocused(scene.getFocusOwner(), key.getCode())) {
      return false;
    }
    switch (key.getCode()) {
      case SPACE -> areas.get(TransportController.class).playOrPause();
      case RIGHT, PAGE_DOWN, PERIOD -> step();
      case LEFT, PAGE_UP -> playback.back();
      case HOME -> playback.jump(0);
      case END -> playback.jump(playback.sizeProperty().get());
      case L -> areas.get(TransportController.class).goLive();
      case F -> areas.get(TopBarController.class).beFree();
      case R -> desk.askRestart();
      case W -> areas.get(StripController.class).toggleWhy();
      case B -> main.toggleBlank();
      case Q -> lens.hold(true);
      default -> {
        return digit(key.getCode());
      }
    }
    return true;
  }

  // Only a control that was reached by keyboard keeps its keys: after a click on a scenario, Space
  // pauses and does not begin the scenario again.
  private static boolean isMeantForFocused(Node focused, KeyCode code) {
    if (focused == null || !focused.isFocusVisible()) {
      return false;
    }
    if (code == KeyCode.SPACE) {
      return focused instanceof ButtonBase;
    }
    boolean usesArrows =
        focused instanceof Slider
            || focused instanceof ListView
            || focused instanceof ComboBoxBase
            || focused instanceof TabPane;
    return usesArrows && (code.isNavigationKey() || code.isArrowKey());
  }

  private boolean digit(KeyCode code) {
    int number = "12345".indexOf(code.getChar()) + 1;
    boolean known = number > 0 && code.isDigitKey();
    if (known) {
      areas.get(TopBarController.class).play(number);
    }
    return known;
  }

  private void step() {
    desk.playback().pause();
    desk.playback().forward();
  }

  // A slash is typed differently on different keyboards, so the character counts, not the key.
  private void typed(Scene scene, KeyEvent key) {
    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
    if (!typing && key.getCharacter().equals("/") && !isCovered()) {
      areas.get(CommandBarController.class).begin();
      key.consume();
    }
  }
}
