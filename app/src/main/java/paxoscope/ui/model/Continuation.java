package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paxoscope.files.OpenedRun;
import paxoscope.runtext.RecordedRun;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * Goes on from a moment of the past: the servers are brought there by taking the recorded decisions
 * again. What came after it stays as a branch. To be used on the window's thread only.
 */
public final class Continuation {

  /**
   * A run that was left for another future.
   *
   * @param run the run
   * @param leftAt the step at which it was left
   */
  public record Branch(OpenedRun run, int leftAt) {}

  private static final int MOST_BRANCHES = 8;

  private final ControlDesk desk;
  private final ObservableList<Branch> branches = FXCollections.observableArrayList();

  /**
   * Joins it with the nodes.
   *
   * @param desk drives the nodes
   */
  public Continuation(ControlDesk desk) {
    this.desk = desk;
  }

  /** Asks, then goes on from the moment that is shown. */
  public void ask() {
    int step = desk.playback().cursorProperty().get();
    desk.playback().pause();
    desk.ask(
        UiText.of("ask.continue", step), UiText.of("ask.continue.yes"), () -> continueFrom(step));
  }

  private void continueFrom(int step) {
    Trace record = desk.playback().traceProperty().get();
    Optional<Scenario> scenario = desk.scenarioNamed(record.header().scenario());
    desk.withNodes(
        () ->
            desk.drive(
                director -> director.continueFrom(record, step, scenario),
                continued -> {
                  keep(record, step);
                  desk.scenarioProperty().set(scenario.orElse(null));
                  desk.playback().begin(continued.run(), false);
                  continued
                      .difference()
                      .ifPresentOrElse(desk::complain, () -> sayUntilTheNextStep(step));
                }));
  }

  // What is true of one moment goes when the next comes.
  private void sayUntilTheNextStep(int step) {
    desk.say(UiText.of("continue.done", step));
    Notice said = desk.noticeProperty().get();
    ReadOnlyObjectProperty<Flight> flight = desk.playback().flightProperty();
    flight.addListener(
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Flight> observed, Flight before, Flight now) {
            flight.removeListener(this);
            if (desk.noticeProperty().get() == said) {
              desk.noticeProperty().set(Notice.NONE);
            }
          }
        });
  }

  private void keep(Trace record, int step) {
    String title = record.header().title();
    String name =
        UiText.of(
            "continue.branch",
            title.isEmpty() ? UiText.of("run.live-name") : title,
            record.size(),
            step);
    RecordedRun run = new RecordedRun(record, List.of(), Optional.empty());
    branches.addFirst(new Branch(new OpenedRun(name, run), step));
    if (branches.size() > MOST_BRANCHES) {
      branches.removeLast();
    }
  }

  /**
   * The runs that were left for another future, newest first.
   *
   * @return an observable list
   */
  public ObservableList<Branch> branches() {
    return branches;
  }
}
