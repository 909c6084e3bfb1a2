package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private static final int MOST_BRANCHES = 20;

  /** After how many steps it is said again how far the servers have come. */
  private static final int TOLD_EACH = 10;

  private final ControlDesk desk;
  private int left;
  private Optional<AtomicBoolean> going = Optional.empty();
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
    AtomicBoolean still = new AtomicBoolean(true);
    desk.withNodes(
        () -> {
          desk.drive(
              director -> {
                try {
                  return director.continueFrom(
                      record, step, scenario, taken -> still.get() && tell(still, taken, step));
                } finally {
                  inTheWindow(() -> going = Optional.empty());
                }
              },
              continued -> {
                keep(record, step);
                desk.scenarioProperty().set(scenario.orElse(null));
                desk.playback().begin(continued.run(), false);
                int reached = continued.run().trace().size();
                continued
                    .difference()
                    .ifPresentOrElse(
                        desk::complain, () -> sayUntilTheNextStep(words(reached, step)));
              });
          going = Optional.of(still);
          desk.say(UiText.of("continue.going", 0, step));
        });
  }

  private static String words(int reached, int wanted) {
    return reached < wanted
        ? UiText.of("continue.stopped", reached, wanted)
        : UiText.of("continue.done", wanted);
  }

  /** Says how far the servers have come, on their thread; gives true. */
  private boolean tell(AtomicBoolean still, int taken, int step) {
    if (taken > 0 && taken % TOLD_EACH == 0) {
      inTheWindow(
          () -> {
            if (going.filter(still::equals).isPresent()) {
              desk.say(UiText.of("continue.going", taken, step));
            }
          });
    }
    return true;
  }

  private void inTheWindow(Runnable action) {
    desk.inquiries().window().execute(action);
  }

  /**
   * Leaves the servers at the moment that they have come to.
   *
   * @return whether they were on their way
   */
  public boolean stop() {
    boolean under = going.isPresent();
    going.ifPresent(still -> still.set(false));
    going = Optional.empty();
    return under;
  }

  // What is true of one moment goes when the next comes.
  private void sayUntilTheNextStep(String words) {
    desk.say(words);
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
    left++;
    String name =
        UiText.of(
            "continue.branch",
            left,
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
