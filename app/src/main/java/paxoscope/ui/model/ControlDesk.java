package paxoscope.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import paxoscope.command.ScenarioSource;
import paxoscope.director.Director;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * What the buttons, keys and typed commands of the window do to the nodes. To be used on the
 * window's thread only; every call to a node is made elsewhere.
 */
public final class ControlDesk {

  private static final String UNTIL_CURED = "0";

  private final NodeCalls calls;
  private final NodeCalls inquiries;
  private final ScenarioSource scenarios;
  private final Playback playback;
  private final TypedCommands commands;
  private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>(Notice.NONE);
  private final ObjectProperty<Question> question = new SimpleObjectProperty<>();
  private final ObjectProperty<Selection> selection =
      new SimpleObjectProperty<>(new Selection.Server(new ServerId(1)));
  private final ObjectProperty<Scenario> playing = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper recorded = new ReadOnlyBooleanWrapper();
  private Optional<Supplier<Director>> nodes = Optional.empty();
  private Optional<Trace> recording = Optional.empty();
  private Director director;
  private Trace shown;
  private final DownServers down = new DownServers(playing::get);

  /**
   * A desk without nodes yet.
   *
   * @param calls makes the calls that drive the nodes, one after another
   * @param inquiries makes calls that only ask, beside the others
   * @param scenarios the scenarios
   * @param playback makes what is shown, given where to complain
   */
  public ControlDesk(
      NodeCalls calls,
      NodeCalls inquiries,
      ScenarioSource scenarios,
      Function<Consumer<String>, Playback> playback) {
    this.calls = calls;
    this.inquiries = inquiries;
    this.scenarios = scenarios;
    this.playback = playback.apply(this::complain);
    this.commands = new TypedCommands(this, calls, inquiries, scenarios);
    this.playback
        .traceProperty()
        .addListener((_, _, next) -> recorded.set(recording.filter(next::equals).isPresent()));
    this.playback.momentProperty().addListener((_, _, _) -> momentChanged());
  }

  /**
   * Starts or finds the nodes.
   *
   * @param open gives who drives them; may take long, and is called away from the window's thread
   */
  public void connect(Supplier<Director> open) {
    nodes = Optional.empty();
    connect(open, () -> {});
  }

  /**
   * Leaves the nodes alone until something is to be done with them.
   *
   * @param open as for {@link #connect}
   */
  public void connectWhenNeeded(Supplier<Director> open) {
    nodes = Optional.of(open);
  }

  /** Does something once there are nodes; says so if there are none. */
  void withNodes(Runnable action) {
    whenIdle(
        () -> {
          if (director != null) {
            action.run();
          } else if (nodes.isPresent()) {
            connect(nodes.get(), action);
          } else {
            complain(UiText.of("notice.not-connected"));
          }
        });
  }

  private void connect(Supplier<Director> open, Runnable then) {
    director = null;
    connected.set(false);
    drive(
        _ -> open.get(),
        opened -> {
          director = opened;
          connected.set(true);
          notice.set(Notice.NONE);
          director.onChange(() -> calls.window().execute(this::nodesChanged));
          nodes = Optional.empty();
          // Whoever has opened a recording meanwhile goes on looking at it.
          if (!recorded.get()) {
            playing.set(null);
            playback.show(director.trace());
          }
          then.run();
        });
    notice.set(new Notice(UiText.of("notice.starting"), false));
  }

  /** Does something unless the nodes are just being told to begin something else. */
  void whenIdle(Runnable action) {
    if (!busy.get()) {
      action.run();
    }
  }

  private void momentChanged() {
    commands.tellReplies();
    // What was looked at in the run before may not be in this one.
    Trace trace = playback.traceProperty().get();
    if (trace != shown) {
      shown = trace;
      selection.set(selection.get().within(trace));
    }
  }

  private void nodesChanged() {
    if (director == null) {
      return;
    }
    Trace live = director.trace();
    down.news(live).ifPresent(notice::set);
    boolean another = director.trace() != playback.traceProperty().get();
    if (another && playback.run().isEmpty() && !busy.get() && !recorded.get()) {
      playback.show(director.trace());
    } else {
      playback.refresh();
    }
  }

  /**
   * Plays one of the program's scenarios.
   *
   * @param name its name
   * @param roles A, B, and their values X and Y, as text
   */
  public void play(String name, Map<String, String> roles) {
    Optional<Scenario> found = scenarioNamed(name);
    if (found.isEmpty()) {
      complain(UiText.of("notice.no-scenario", name));
      return;
    }
    Map<String, String> arguments = new HashMap<>();
    found
        .get()
        .parameters()
        .forEach(
            parameter -> {
              if (roles.containsKey(parameter.name())) {
                arguments.put(parameter.name(), roles.get(parameter.name()));
              } else if (parameter.name().equals("rounds")) {
                arguments.put(parameter.name(), UNTIL_CURED);
              }
            });
    askAndStart(found.get(), arguments);
  }

  /** Plays a scenario; asks first if another one is paused. */
  void askAndStart(Scenario scenario, Map<String, String> arguments) {
    if (playback.underWayProperty().get() && !playback.playingProperty().get()) {
      ask(
          UiText.of("ask.other-scenario"),
          UiText.of("ask.other-scenario.yes"),
          () -> start(scenario, arguments));
    } else {
      start(scenario, arguments);
    }
  }

  private void start(Scenario scenario, Map<String, String> arguments) {
    withNodes(
        () ->
            drive(
                nodes -> nodes.start(scenario, arguments),
                run -> {
                  playing.set(scenario);
                  playback.begin(run, true);
                }));
  }

  /**
   * Lets the nodes do something that begins another run.
   *
   * @param work what they do; away from the window's thread
   * @param then what is shown of it
   * @param <T> what comes of it
   */
  <T> void drive(Function<Director, T> work, Consumer<T> then) {
    busy.set(true);
    notice.set(Notice.NONE);
    commands.stopWaiting();
    playback.pause();
    calls.make(
        () -> work.apply(director),
        done -> {
          busy.set(false);
          commands.forgetReplies();
          then.accept(done);
        },
        wrong -> {
          busy.set(false);
          complain(wrong);
        });
  }

  /** Asks, then lets every server forget everything. */
  public void askRestart() {
    ask(UiText.of("ask.restart"), UiText.of("ask.restart.yes"), this::restart);
  }

  /** Lets every server forget everything. */
  public void restart() {
    withNodes(this::restartNow);
  }

  private void restartNow() {
    drive(
        nodes -> {
          nodes.restart();
          return nodes.trace();
        },
        fresh -> {
          playing.set(null);
          playback.show(fresh);
        });
  }

  /** Finds one of the program's scenarios by its exact name. */
  Optional<Scenario> scenarioNamed(String name) {
    return scenarios.scenarios().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst();
  }

  /**
   * Shows a recorded run from its beginning, instead of what the nodes do.
   *
   * @param trace the run
   */
  void showRecorded(Trace trace) {
    recording = Optional.of(trace);
    playing.set(scenarioNamed(trace.header().scenario()).orElse(null));
    playback.show(trace);
    playback.jump(0);
  }

  void ask(String text, String yes, Runnable action) {
    question.set(
        new Question(
            text,
            yes,
            () -> {
              question.set(null);
              action.run();
            }));
  }

  /**
   * Shows a piece of news in the banner.
   *
   * @param news one line
   */
  public void say(String news) {
    notice.set(new Notice(news, false));
  }

  /**
   * Shows a piece of trouble in the banner.
   *
   * @param wrong what is wrong and what to do, in one line
   */
  public void complain(String wrong) {
    notice.set(new Notice(wrong, true));
  }

  /**
   * Who drives the nodes.
   *
   * @return the director; empty as long as there are no nodes
   */
  public Optional<Director> director() {
    return Optional.ofNullable(director);
  }

  /**
   * Whether there are no nodes because they could not be started or found.
   *
   * @return false also as long as nobody has tried
   */
  public boolean misses() {
    return director == null && nodes.isEmpty();
  }

  /**
   * Whether what is shown is a recording.
   *
   * @return the property; false while what is shown comes from the nodes
   */
  public ReadOnlyBooleanProperty recordedProperty() {
    return recorded.getReadOnlyProperty();
  }

  /**
   * How the nodes are asked for something beside the run.
   *
   * @return makes such calls
   */
  public NodeCalls inquiries() {
    return inquiries;
  }

  /**
   * What is shown.
   *
   * @return the playback
   */
  public Playback playback() {
    return playback;
  }

  /**
   * What is typed instead of clicked.
   *
   * @return the commands
   */
  public TypedCommands commands() {
    return commands;
  }

  /**
   * What the banner says.
   *
   * @return the property
   */
  public ObjectProperty<Notice> noticeProperty() {
    return notice;
  }

  /**
   * What waits for a yes or no.
   *
   * @return the property; null for nothing
   */
  public ObjectProperty<Question> questionProperty() {
    return question;
  }

  /**
   * What is looked at, the same in every view.
   *
   * @return the property; never null
   */
  public ObjectProperty<Selection> selectionProperty() {
    return selection;
  }

  /**
   * The scenario that was started last.
   *
   * @return the property; null after a restart
   */
  public ObjectProperty<Scenario> scenarioProperty() {
    return playing;
  }

  /**
   * Whether there are nodes.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty connectedProperty() {
    return connected.getReadOnlyProperty();
  }
}
