package paxoscope.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paxoscope.command.KeptCalls;
import paxoscope.director.Cluster;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;
import paxoscope.files.RunFile;
import paxoscope.files.RunRecorder;
import paxoscope.files.ScenarioFile;
import paxoscope.runtext.CallText;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * Runs in files: saving what is shown, opening what was recorded, and comparing the two. Whatever
 * goes wrong is told in the banner and changes nothing. To be used on the window's thread only;
 * files are read and written elsewhere.
 */
public final class RunDesk {

  private final ControlDesk desk;
  private final FileChoice choice;
  private final Path folder;
  private final ReadOnlyObjectWrapper<OpenedRun> opened = new ReadOnlyObjectWrapper<>();
  private Notice said = Notice.NONE;
  private final ReadOnlyObjectWrapper<RunPair> pair = new ReadOnlyObjectWrapper<>();

  /**
   * A desk on which nothing is open.
   *
   * @param desk shows runs
   * @param choice asks for files
   * @param folder where the last runs are kept
   */
  public RunDesk(ControlDesk desk, FileChoice choice, Path folder) {
    this.desk = desk;
    this.choice = choice;
    this.folder = folder;
    desk.playback()
        .traceProperty()
        .addListener(
            (_, _, shown) -> {
              pair.set(null);
              if (opened.get() != null && opened.get().run().trace() != shown) {
                leave();
              }
            });
    desk.commands().onSave(this::save);
    desk.commands().onSaveScenario(this::saveScenario);
  }

  // What the banner said of the recording is not true of what is shown now.
  private void leave() {
    opened.set(null);
    if (desk.noticeProperty().get().equals(said)) {
      desk.noticeProperty().set(Notice.NONE);
    }
  }

  /** Asks for a file, and shows the run in it. */
  public void chooseAndOpen() {
    choice.toOpen(UiText.of("run.open.title")).ifPresent(this::open);
  }

  /** Shows the run that was kept last. */
  public void openLast() {
    Path last = RunRecorder.last(folder);
    if (Files.exists(last)) {
      open(last);
    } else {
      desk.complain(UiText.of("run.no-last"));
    }
  }

  /**
   * Shows a run from a file. A run that is under way is ended first, after a question.
   *
   * @param file where it is
   */
  public void open(Path file) {
    desk.inquiries().make(() -> OpenedRun.read(file), run -> show(run, 0), desk::complain);
  }

  /**
   * Shows a run. One that is under way is ended first, after a question.
   *
   * @param run the run
   * @param moment the step at which it stands first
   */
  public void show(OpenedRun run, int moment) {
    Playback playback = desk.playback();
    if (playback.underWayProperty().get()) {
      playback.pause();
      desk.ask(
          UiText.of("ask.open"),
          UiText.of("ask.open.yes"),
          () -> playback.end(() -> showNow(run, moment)));
    } else {
      showNow(run, moment);
    }
  }

  private void showNow(OpenedRun run, int moment) {
    opened.set(run);
    desk.showRecorded(run.run().trace());
    desk.say(
        run.run()
            .notice()
            .map(notice -> run.name() + ": " + notice)
            .orElse(UiText.of("run.opened", run.name())));
    desk.playback().jump(moment);
    said = desk.noticeProperty().get();
  }

  /** Goes back to what the nodes do now; without nodes, to the end of the recording. */
  public void backToLive() {
    Optional<Director> director = desk.director();
    if (opened.get() != null && director.isPresent()) {
      desk.playback().show(director.get().trace());
    } else {
      desk.playback().live();
    }
  }

  /** Asks for a file, and saves what is shown. */
  public void chooseAndSave() {
    Trace trace = desk.playback().traceProperty().get();
    if (trace.size() == 0) {
      desk.complain(UiText.of("run.nothing"));
      return;
    }
    String scenario = trace.header().scenario();
    String name = (scenario.isEmpty() ? "run" : scenario) + RunFile.EXTENSION;
    choice
        .toSave(UiText.of("run.save.title"), name, List.of(RunFile.EXTENSION))
        .map(chosen -> ChosenFile.of(chosen, List.of(RunFile.EXTENSION), RunFile.EXTENSION))
        .ifPresent(chosen -> save(chosen.path(), chosen::requireAgreed));
  }

  /**
   * Saves what is shown, to its end, with the texts of its calls as far as they are known.
   *
   * @param file where to
   */
  public void save(Path file) {
    save(file, () -> {});
  }

  private void save(Path file, Runnable check) {
    Trace trace = desk.playback().traceProperty().get();
    if (trace.size() == 0) {
      desk.complain(UiText.of("run.nothing"));
      return;
    }
    Optional<OpenedRun> recorded = Optional.ofNullable(opened.get());
    Optional<Cluster> cluster = desk.director().map(Director::cluster);
    desk.inquiries()
        .make(
            () -> {
              check.run();
              return RunFile.write(file, trace, calls(trace, recorded, cluster));
            },
            written -> desk.say(UiText.of("run.saved", written)),
            desk::complain);
  }

  /** Asks for a file, and saves what is shown as a scenario that plays again exactly. */
  public void chooseAndSaveScenario() {
    if (desk.playback().traceProperty().get().size() == 0) {
      desk.complain(UiText.of("run.nothing"));
      return;
    }
    String scenario = desk.playback().traceProperty().get().header().scenario();
    String name = (scenario.isEmpty() ? "run" : "my_" + scenario) + ScenarioFile.EXTENSION;
    choice
        .toSave(UiText.of("run.save-scenario.title"), name, List.of(ScenarioFile.EXTENSION))
        .map(
            chosen ->
                ChosenFile.of(chosen, List.of(ScenarioFile.EXTENSION), ScenarioFile.EXTENSION))
        .ifPresent(chosen -> saveScenario(chosen.path(), chosen::requireAgreed));
  }

  private void saveScenario(Path file) {
    saveScenario(file, () -> {});
  }

  private void saveScenario(Path file, Runnable check) {
    Trace trace = desk.playback().traceProperty().get();
    if (trace.size() == 0) {
      desk.complain(UiText.of("run.nothing"));
      return;
    }
    desk.inquiries()
        .make(
            () -> {
              check.run();
              return ScenarioFile.write(file, trace);
            },
            written -> desk.say(UiText.of("run.saved-scenario", written)),
            desk::complain);
  }

  private static List<CallText> calls(
      Trace trace, Optional<OpenedRun> recorded, Optional<Cluster> cluster) {
    return recorded
        .map(run -> run.run().calls())
        .or(() -> cluster.map(nodes -> KeptCalls.of(nodes, trace)))
        .orElse(List.of());
  }

  /** Asks for a file, and puts its run beside what is shown. */
  public void chooseAndCompare() {
    choice.toOpen(UiText.of("run.compare.title")).ifPresent(this::compare);
  }

  /**
   * Puts a run beside what is shown.
   *
   * @param file where the other run is
   */
  public void compare(Path file) {
    Trace shown = desk.playback().traceProperty().get();
    String name = opened.get() == null ? UiText.of("run.live-name") : opened.get().name();
    desk.inquiries()
        .make(
            () -> {
              OpenedRun other = OpenedRun.read(file);
              return RunPair.of(name, shown, other.name(), other.run().trace());
            },
            pair::set,
            desk::complain);
  }

  /** Puts the other run away. */
  public void closeComparison() {
    pair.set(null);
  }

  /**
   * The recorded run that is shown.
   *
   * @return the property; null while what is shown comes from the nodes
   */
  public ReadOnlyObjectProperty<OpenedRun> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /**
   * The two runs that are compared.
   *
   * @return the property; null for none
   */
  public ReadOnlyObjectProperty<RunPair> pairProperty() {
    return pair.getReadOnlyProperty();
  }
}
