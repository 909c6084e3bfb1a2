package paxoscope.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paxoscope.director.FreeRun;
import paxoscope.director.LiveRun;
import paxoscope.trace.ClusterState;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;

/**
 * A trace and a cursor, and how the cursor moves: over what is recorded, and at the live end by
 * taking the next step on the nodes. All that the window shows follows from these two. Does not
 * animate: whoever does calls {@link #touched()} when the flight has arrived and {@link #rested()}
 * when the step has stood long enough. To be used on the window's thread only.
 */
public final class Playback {

  private final NodeCalls calls;
  private final Consumer<String> complain;
  private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Flight> flight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper moments = new ReadOnlyIntegerWrapper();
  private LiveRun run;
  private boolean asking;
  private int generation;

  /**
   * An empty playback.
   *
   * @param header what is fixed for the run before the first
   * @param calls makes the calls to the nodes
   * @param complain takes one clear line when a step cannot be taken
   */
  public Playback(RunHeader header, NodeCalls calls, Consumer<String> complain) {
    this.calls = calls;
    this.complain = complain;
    this.trace.set(new RecordedTrace(header));
  }

  /**
   * Shows another trace, from its end.
   *
   * @param next the trace
   */
  public void show(Trace next) {
    forget();
    run = null;
    underWay.set(false);
    // Whoever looks in between finds a moment that both runs have.
    cursor.set(0);
    size.set(0);
    trace.set(next);
    size.set(next.size());
    cursor.set(next.size());
    following.set(true);
    momentChanged();
  }

  /**
   * Shows a run that is about to be played.
   *
   * @param begun the run, before its first step
   * @param play whether it plays by itself
   */
  public void begin(LiveRun begun, boolean play) {
    show(begun.trace());
    run = begun;
    underWay.set(true);
    if (play) {
      play();
    }
  }

  /** Looks whether the trace has grown; at the live end the picture follows. */
  public void refresh() {
    int known = size.get();
    size.set(trace.get().size());
    if (size.get() == known || asking || flight.get() != null || resting.get()) {
      return;
    }
    goOnByItself();
  }

  /** Plays by itself from now on. */
  public void play() {
    playing.set(true);
    if (flight.get() == null && !asking) {
      forward();
    }
  }

  /** Stands still after the present step. */
  public void pause() {
    playing.set(false);
    resting.set(false);
  }

  /** In the past, moves the cursor on; at the live end, takes the next step. Never both. */
  public void forward() {
    resting.set(false);
    if (flight.get() != null) {
      touched();
    } else if (cursor.get() < size.get()) {
      flight.set(Flight.of(trace.get().step(cursor.get() + 1), cursor.get() + 1));
    } else if (!asking) {
      plan();
    }
  }

  /** Moves the cursor one step back and stands still. */
  public void back() {
    // A flight that is cut short counts as not shown: the picture stays, the arrow goes.
    jump(flight.get() != null ? cursor.get() : cursor.get() - 1);
  }

  /**
   * Moves the cursor anywhere in the record and stands still.
   *
   * @param step the number of steps to show; kept within the record
   */
  public void jump(int step) {
    pause();
    flight.set(null);
    cursor.set(Math.clamp(step, 0, size.get()));
    following.set(cursor.get() == size.get());
    momentChanged();
  }

  /** Goes to the live end; what plays goes on playing. */
  public void live() {
    boolean wasPlaying = playing.get();
    jump(size.get());
    playing.set(wasPlaying);
    goOnByItself();
  }

  /** The flight has arrived: a step of the record is shown, a planned one is taken now. */
  public void touched() {
    Flight arrived = flight.get();
    if (arrived == null || asking) {
      return;
    }
    if (arrived.isPlanned()) {
      take();
    } else {
      flight.set(null);
      cursor.set(arrived.recordedStep());
      following.set(following.get() || cursor.get() == size.get());
      momentChanged();
      rest();
    }
  }

  /** The step has stood long enough. */
  public void rested() {
    if (resting.get()) {
      resting.set(false);
      goOnByItself();
    }
  }

  /** Lets the proposers of a livelock wait from now on, random to a share in per cent. */
  public void cure(int randomness) {
    LiveRun curing = run;
    if (curing != null) {
      calls.make(
          () -> {
            curing.cure(randomness);
            return true;
          },
          _ -> momentChanged(),
          complain);
    }
  }

  /**
   * Ends the run under way, if any.
   *
   * @param ended what to do then
   */
  public void end(Runnable ended) {
    LiveRun ending = run;
    forget();
    run = null;
    underWay.set(false);
    if (ending == null) {
      ended.run();
      return;
    }
    calls.make(
        () -> {
          ending.end();
          return true;
        },
        _ -> ended.run(),
        complain);
  }

  private void plan() {
    LiveRun planning = run;
    if (planning == null) {
      playing.set(false);
      return;
    }
    asking = true;
    int asked = generation;
    calls.make(
        planning::next,
        next -> ifStill(asked, () -> planned(planning, next)),
        wrong -> ifStill(asked, () -> failed(wrong)));
  }

  private void planned(LiveRun planning, Optional<LiveRun.Planned> next) {
    asking = false;
    playing.set(playing.get() && next.isPresent());
    if (next.isPresent() && following.get()) {
      flight.set(Flight.of(next.get()));
    }
    if (next.isEmpty() && !(planning instanceof FreeRun)) {
      end(
          () -> {
            if (trace.get() == planning.trace()) {
              refresh();
              momentChanged();
            }
          });
    }
  }

  private void take() {
    LiveRun taking = run;
    asking = true;
    int asked = generation;
    calls.make(
        taking::step,
        _ -> ifStill(asked, this::taken),
        wrong -> ifStill(asked, () -> failed(wrong)));
  }

  private void taken() {
    asking = false;
    flight.set(null);
    size.set(trace.get().size());
    cursor.set(following.get() ? size.get() : cursor.get());
    momentChanged();
    rest();
  }

  private void failed(String wrong) {
    asking = false;
    flight.set(null);
    playing.set(false);
    refresh();
    complain.accept(wrong);
  }

  private void rest() {
    if (playing.get() || following.get() && cursor.get() < size.get()) {
      resting.set(true);
    }
  }

  private void goOnByItself() {
    if (playing.get() || following.get() && cursor.get() < size.get()) {
      forward();
    }
  }

  private void forget() {
    generation++;
    asking = false;
    flight.set(null);
    resting.set(false);
    playing.set(false);
  }

  private void ifStill(int asked, Runnable then) {
    if (asked == generation) {
      then.run();
    }
  }

  private void momentChanged() {
    moments.set(moments.get() + 1);
  }

  /**
   * The cluster at the cursor.
   *
   * @return fold(trace, cursor)
   */
  public ClusterState state() {
    return trace.get().at(cursor.get());
  }

  /**
   * The run that is played now.
   *
   * @return the run; empty if none is under way
   */
  public Optional<LiveRun> run() {
    return Optional.ofNullable(run);
  }

  /**
   * The trace that is shown.
   *
   * @return the property
   */
  public ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /**
   * How many steps are shown.
   *
   * @return the property
   */
  public ReadOnlyIntegerProperty cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /**
   * How many steps are recorded.
   *
   * @return the property
   */
  public ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /**
   * Whether the picture follows the live end; else it shows the past.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /**
   * Whether steps follow by themselves.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /**
   * Whether a run is being played on the nodes and has not ended.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /**
   * What is flying now.
   *
   * @return the property; null for nothing
   */
  public ReadOnlyObjectProperty<Flight> flightProperty() {
    return flight.getReadOnlyProperty();
  }

  /**
   * Whether a step is left standing before the next begins by itself.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty restingProperty() {
    return resting.getReadOnlyProperty();
  }

  /**
   * Counts the moments shown: changes whenever something else is to be shown.
   *
   * @return the property
   */
  public ReadOnlyIntegerProperty momentProperty() {
    return moments.getReadOnlyProperty();
  }
}
