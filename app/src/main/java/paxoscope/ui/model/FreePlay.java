package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paxoscope.director.FreeMoves;
import paxoscope.director.FreeRun;
import paxoscope.director.Mishaps;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * Lets whoever sits at the window be the network: nothing moves until they say so. To be used on
 * the window's thread only; every call to a node is made elsewhere.
 */
public final class FreePlay {

  private final ControlDesk desk;
  private final NodeCalls calls;
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Mishaps> chance = new ReadOnlyObjectWrapper<>(Mishaps.NONE);

  /**
   * Joins it with the nodes.
   *
   * @param desk begins runs and shows them
   * @param calls makes the calls that drive the nodes
   */
  FreePlay(ControlDesk desk, NodeCalls calls) {
    this.desk = desk;
    this.calls = calls;
    desk.playback().underWayProperty().addListener((_, _, _) -> look());
    desk.playback().traceProperty().addListener((_, _, _) -> look());
  }

  private void look() {
    active.set(run().isPresent());
    chance.set(run().map(FreeRun::mishaps).orElse(Mishaps.NONE));
  }

  private Optional<FreeRun> run() {
    return desk.playback()
        .run()
        .filter(_ -> desk.playback().underWayProperty().get())
        .filter(FreeRun.class::isInstance)
        .map(FreeRun.class::cast);
  }

  /**
   * Restarts the nodes and takes their gates; asks first if something else is paused.
   *
   * @param a the server whose proposals are drawn as A's
   * @param b the server whose proposals are drawn as B's
   */
  public void begin(ServerId a, ServerId b) {
    Playback playback = desk.playback();
    if (playback.underWayProperty().get() && !playback.playingProperty().get()) {
      desk.ask(
          UiText.of("ask.other-scenario"),
          UiText.of("ask.other-scenario.yes"),
          () -> beginNow(a, b));
    } else {
      beginNow(a, b);
    }
  }

  private void beginNow(ServerId a, ServerId b) {
    desk.withNodes(
        () ->
            desk.drive(
                director -> director.free(a, b),
                run -> {
                  desk.scenarioProperty().set(null);
                  desk.playback().begin(run, false);
                }));
  }

  /**
   * Takes steps, after those that were asked for before; what flies arrives first.
   *
   * @param moves what to do
   */
  public void ask(List<Decision> moves) {
    Optional<FreeRun> asked = run();
    if (asked.isEmpty()) {
      desk.complain(UiText.of("free.not"));
      return;
    }
    calls.make(
        () -> {
          asked.get().ask(moves);
          return true;
        },
        _ -> goOn(),
        desk::complain);
  }

  private void goOn() {
    Playback playback = desk.playback();
    if (!playback.followingProperty().get()) {
      playback.live();
    }
    playback.play();
  }

  /**
   * Lets a client ask a server to propose.
   *
   * @param server which
   * @param value any text; what no value can be is told in the banner
   */
  public void propose(ServerId server, String value) {
    try {
      ask(List.of(FreeMoves.propose(server, new Value(value), Optional.empty())));
    } catch (IllegalArgumentException wrong) {
      desk.complain(wrong.getMessage());
    }
  }

  /**
   * Kills a server.
   *
   * @param server which
   */
  public void crash(ServerId server) {
    ask(List.of(new Decision.Crash(server)));
  }

  /**
   * Starts a server again; where a person has to do that, says how and waits.
   *
   * @param server which
   */
  public void recover(ServerId server) {
    boolean byHand =
        desk.director()
            .flatMap(director -> director.cluster().commandToRecover(server))
            .isPresent();
    if (byHand) {
      desk.commands().carryOut("recover " + server);
    } else {
      ask(List.of(new Decision.Recover(server)));
    }
  }

  /**
   * Stops a server's process, or lets it go on; where a person has to do that, says how.
   *
   * @param server which
   * @param pause true to stop it
   */
  public void pause(ServerId server, boolean pause) {
    Optional<String> byHand =
        desk.director().flatMap(director -> director.cluster().commandToPause(server, pause));
    if (byHand.isPresent()) {
      desk.say(UiText.of("free.pause-there", server, byHand.get()));
    } else {
      ask(List.of(pause ? new Decision.Pause(server) : new Decision.Resume(server)));
    }
  }

  /**
   * From now on chance meets what is asked for.
   *
   * @param mishaps what it may do
   */
  public void meet(Mishaps mishaps) {
    Optional<FreeRun> asked = run();
    asked.ifPresent(
        run ->
            calls.make(
                () -> {
                  run.meet(mishaps);
                  return true;
                },
                _ -> look(),
                desk::complain));
  }

  /**
   * What chance does to what is asked for.
   *
   * @return the property
   */
  public ReadOnlyObjectProperty<Mishaps> chanceProperty() {
    return chance.getReadOnlyProperty();
  }

  /** Ends the run: what still waits arrives, and the gates are opened. */
  public void end() {
    if (active.get()) {
      Trace shown = desk.playback().traceProperty().get();
      desk.playback()
          .end(
              () -> {
                if (desk.playback().traceProperty().get() == shown) {
                  desk.playback().refresh();
                }
              });
    }
  }

  /**
   * The servers at the live end, whatever moment is shown.
   *
   * @return the state
   */
  public ClusterState now() {
    Trace trace = desk.playback().traceProperty().get();
    return trace.at(trace.size());
  }

  /**
   * Whether somebody is the network now.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /**
   * Whether what is shown can be touched: somebody is the network, and it is no moment of the past.
   *
   * @return the binding
   */
  public BooleanBinding touchable() {
    return active.and(desk.playback().followingProperty());
  }

  /**
   * The same, now.
   *
   * @return true if it can be touched
   */
  public boolean isTouchable() {
    return active.get() && desk.playback().followingProperty().get();
  }
}
