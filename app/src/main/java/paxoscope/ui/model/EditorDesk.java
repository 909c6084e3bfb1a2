package paxoscope.ui.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import paxoscope.command.OwnScenario;
import paxoscope.files.ScenarioLibrary;
import paxoscope.files.WholeFile;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.RunHeader;
import paxoscope.trial.Trial;
import paxoscope.trial.Tried;
import paxoscope.ui.words.UiText;

/**
 * The text of a scenario that somebody writes: where it is kept, and what comes of it on the
 * protocol alone, a moment after each change. It stays when the editor is closed; nothing takes its
 * place without a question while it is not saved. To be used on the window's thread only.
 */
public final class EditorDesk {

  private static final Duration A_MOMENT = Duration.millis(350);
  private static final String BEGINNING = "B_wins";
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private final ControlDesk desk;
  private final FileChoice choice;
  private final PauseTransition moment = new PauseTransition(A_MOMENT);
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Tried> tried = new ReadOnlyObjectWrapper<>();
  private Consumer<OwnScenario> player = _ -> {};
  private Runnable back = () -> {};
  private String saved = "";
  private boolean trying;
  private Optional<Consumer<ReadScenario>> waiting = Optional.empty();

  /**
   * A desk without a text.
   *
   * @param desk asks and complains
   * @param choice asks for files
   */
  public EditorDesk(ControlDesk desk, FileChoice choice) {
    this.desk = desk;
    this.choice = choice;
    desk.questionProperty()
        .addListener(
            (_, _, question) -> {
              if (question == null && shown.get()) {
                back.run();
              }
            });
    moment.setOnFinished(_ -> tryNow(_ -> {}));
    text.addListener(
        (_, _, now) -> {
          unsaved.set(!now.equals(saved));
          moment.playFromStart();
        });
  }

  /**
   * Says what happens when a question has been answered that lay above the editor.
   *
   * @param action goes back to the text
   */
  public void onBack(Runnable action) {
    back = action;
  }

  void onPlay(Consumer<OwnScenario> action) {
    player = action;
  }

  /** Shows the text; the first time, a short one to begin with. */
  public void show() {
    if (text.get().isEmpty()) {
      put(null, ScenarioLibrary.text(BEGINNING));
    } else {
      // There may be more or fewer servers now.
      tryNow(_ -> {});
    }
    shown.set(true);
  }

  /** Asks for a file, and shows the text in it. */
  public void chooseAndOpen() {
    whenSafe(
        () ->
            choice
                .toOpen(UiText.of("editor.open.title"), ENDINGS)
                .ifPresent(
                    chosen ->
                        desk.inquiries()
                            .make(
                                () -> ScenarioLibrary.text(chosen),
                                found -> put(chosen, found),
                                desk::complain)));
  }

  /** Shows the text of a file. */
  void open(Path opened, String found) {
    whenSafe(
        () -> {
          put(opened, found);
          shown.set(true);
        });
  }

  /**
   * Begins with the text of one of the program's own scenarios.
   *
   * @param name its name
   */
  public void startFrom(String name) {
    open(null, ScenarioLibrary.text(name));
  }

  private void put(Path where, String found) {
    saved = found;
    file.set(where);
    text.set(found);
    unsaved.set(false);
    moment.stop();
    tryNow(_ -> {});
  }

  /** Saves the text where it was opened, or asks where. */
  public void save() {
    if (file.get() == null) {
      saveAs();
    } else {
      write(file.get());
    }
  }

  /** Asks where to, and saves the text there. */
  public void saveAs() {
    choice
        .toSave(UiText.of("editor.save.title"), name(), ENDINGS)
        .ifPresent(
            chosen -> {
              boolean named = chosen.getFileName().toString().contains(".");
              Path where =
                  named ? chosen : chosen.resolveSibling(chosen.getFileName() + ENDINGS.getFirst());
              if (!named && Files.exists(where)) {
                // Whoever chose the name without the ending was not asked about this file.
                desk.complain(UiText.of("export.exists", where));
              } else {
                write(where);
              }
            });
  }

  private void write(Path where) {
    String content = text.get();
    desk.inquiries()
        .make(
            () -> {
              WholeFile.write(where, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
              return where;
            },
            written -> {
              file.set(written);
              saved = content;
              unsaved.set(!text.get().equals(content));
            },
            desk::complain);
  }

  /** Tries the text as it stands, and offers it to be played if it has no mistake. */
  public void play() {
    moment.stop();
    tryNow(
        read -> {
          if (tried.get().isGood()) {
            shown.set(false);
            player.accept(new OwnScenario(name(), read));
          }
        });
  }

  // One at a time: whoever types fast does not fill the machine with trials.
  private void tryNow(Consumer<ReadScenario> then) {
    if (trying) {
      waiting = Optional.of(then);
      return;
    }
    trying = true;
    waiting = Optional.empty();
    String content = text.get();
    int servers = servers();
    desk.inquiries()
        .make(
            () -> {
              ReadScenario read = ScenarioText.read(content);
              return Map.entry(read, Trial.of(read, Map.of(), servers));
            },
            done -> {
              trying = false;
              if (waiting.isPresent()) {
                tryNow(waiting.get());
              } else {
                tried.set(done.getValue());
                then.accept(done.getKey());
              }
            },
            wrong -> {
              trying = false;
              desk.complain(wrong);
            });
  }

  /** How many servers there are to play on. */
  int servers() {
    return header().ports().size();
  }

  /** The cluster on which scenarios are played. */
  RunHeader header() {
    return desk.director()
        .map(director -> director.trace().header())
        .orElseGet(() -> desk.playback().traceProperty().get().header());
  }

  /**
   * Does something that takes the text away; asks first if it is not saved.
   *
   * @param action what to do
   */
  public void whenSafe(Runnable action) {
    if (unsaved.get()) {
      desk.ask(UiText.of("editor.unsaved", name()), UiText.of("editor.unsaved.yes"), action);
    } else {
      action.run();
    }
  }

  /**
   * What people call the text: the name of its file.
   *
   * @return a name
   */
  public String name() {
    return file.get() == null
        ? UiText.of("editor.new") + ENDINGS.getFirst()
        : file.get().getFileName().toString();
  }

  /**
   * Whether the editor lies above the window.
   *
   * @return the property
   */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /**
   * The text.
   *
   * @return the property; what is set is tried a moment later
   */
  public StringProperty textProperty() {
    return text;
  }

  /**
   * Where the text is kept.
   *
   * @return the property; null for nowhere yet
   */
  public ReadOnlyObjectProperty<Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /**
   * Whether the text has changed since it was opened or saved.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  /**
   * What came of the text when it was tried last.
   *
   * @return the property; null before the first time
   */
  public ReadOnlyObjectProperty<Tried> triedProperty() {
    return tried.getReadOnlyProperty();
  }
}
