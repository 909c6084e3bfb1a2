package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import paxoscope.command.Command;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.experiment.DuelExperiment;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.export.DuelFile;
import paxoscope.export.DuelFile.Format;
import paxoscope.files.WholeFile;
import paxoscope.scenario.Scenario;
import paxoscope.ui.words.UiText;

/**
 * Repeats the duel of a livelock on the nodes, keeps what has come of it, and writes it into files.
 * To be used on the window's thread only; the duels are fought elsewhere.
 */
public final class ExperimentDesk {

  private static final List<String> ENDINGS =
      Arrays.stream(Format.values()).map(Format::ending).toList();

  private final ControlDesk desk;
  private final FileChoice choice;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<DuelPlan> plan = new ReadOnlyObjectWrapper<>(DuelPlan.USUAL);
  private final ReadOnlyObjectWrapper<DuelResults> results =
      new ReadOnlyObjectWrapper<>(new DuelResults(DuelPlan.USUAL, List.of()));
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  // Asked by those who fight.
  private volatile AtomicBoolean wanted = new AtomicBoolean();

  /**
   * A desk on which nothing was measured yet.
   *
   * @param desk drives the nodes
   * @param choice asks for files
   */
  public ExperimentDesk(ControlDesk desk, FileChoice choice) {
    this.desk = desk;
    this.choice = choice;
    desk.commands()
        .onExperiment(
            command -> {
              shown.set(true);
              start(command.plan(), command.file());
            });
  }

  /**
   * Fights the duels, after a question if that ends a run.
   *
   * @param wantedPlan what to measure
   */
  public void start(DuelPlan wantedPlan) {
    start(wantedPlan, Optional.empty());
  }

  private void start(DuelPlan wantedPlan, Optional<Path> file) {
    Optional<Scenario> livelock = desk.scenarioNamed(DuelExperiment.SCENARIO);
    if (running.get()) {
      desk.complain(UiText.of("experiment.running"));
      return;
    }
    if (livelock.isEmpty()) {
      desk.complain(UiText.of("experiment.no-livelock"));
      return;
    }
    Command.Experiment experiment = new Command.Experiment(livelock.get(), wantedPlan, file);
    if (desk.playback().underWayProperty().get()) {
      desk.playback().pause();
      desk.ask(
          UiText.of("ask.experiment"), UiText.of("ask.experiment.yes"), () -> begin(experiment));
    } else {
      begin(experiment);
    }
  }

  private void begin(Command.Experiment experiment) {
    desk.withNodes(() -> desk.playback().end(() -> fight(experiment)));
  }

  private void fight(Command.Experiment experiment) {
    AtomicBoolean still = new AtomicBoolean(true);
    wanted = still;
    plan.set(experiment.plan());
    results.set(new DuelResults(experiment.plan(), List.of()));
    running.set(true);
    desk.drive(
        director -> {
          try {
            new DuelExperiment(director, experiment.scenario(), experiment.plan())
                .run(still::get, news -> inWindow(() -> results.set(news)));
            return Optional.<String>empty();
          } catch (ClusterException | IllegalArgumentException wrong) {
            // What was measured before stays.
            return Optional.of(wrong.getMessage());
          } finally {
            inWindow(() -> running.set(false));
          }
        },
        trouble -> {
          desk.scenarioProperty().set(null);
          desk.director().map(Director::trace).ifPresent(desk.playback()::show);
          trouble.ifPresent(desk::complain);
          if (!results.get().duels().isEmpty()) {
            experiment.file().ifPresent(this::write);
          }
        });
  }

  private void inWindow(Runnable action) {
    desk.inquiries().window().execute(action);
  }

  /** Ends the experiment after the step that is being taken; what was measured stays. */
  public void stop() {
    wanted.set(false);
  }

  /** Asks for a file, and writes what was measured into it. */
  public void chooseAndWrite() {
    if (results.get().duels().isEmpty()) {
      return;
    }
    choice
        .toSave(UiText.of("experiment.save"), "livelock-experiment.svg", ENDINGS)
        .ifPresent(this::write);
  }

  private void write(Path chosen) {
    ChosenFile file = ChosenFile.of(chosen, ENDINGS, Format.SVG.ending());
    DuelResults written = results.get();
    desk.inquiries()
        .make(
            () -> {
              file.requireAgreed();
              DuelFile kind = new DuelFile(Format.of(file.name()));
              WholeFile.write(file.path(), out -> kind.write(written, out));
              return file.path();
            },
            done -> desk.say(UiText.of("export.written", done)),
            desk::complain);
  }

  /**
   * Whether the sheet of the experiment is shown.
   *
   * @return the property
   */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /**
   * What is measured, or was last.
   *
   * @return the property
   */
  public ReadOnlyObjectProperty<DuelPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /**
   * What has come of it so far.
   *
   * @return the property
   */
  public ReadOnlyObjectProperty<DuelResults> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /**
   * Whether duels are being fought.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }
}
