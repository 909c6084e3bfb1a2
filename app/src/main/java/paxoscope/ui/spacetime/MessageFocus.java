package paxoscope.ui.spacetime;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.picture.Target;
import paxoscope.trace.Causality;
import paxoscope.trace.Trace;
import paxoscope.ui.model.PassageSelection;
import paxoscope.ui.model.Playback;

/** Which message is looked at in the diagram: the one under the mouse, and the selected one. */
final class MessageFocus {

  private final Playback playback;
  private final PassageSelection selection;
  private Causality causality;
  private OptionalInt hovered = OptionalInt.empty();

  MessageFocus(Playback playback, PassageSelection selection) {
    this.playback = playback;
    this.selection = selection;
    this.causality = new Causality(trace());
  }

  private Trace trace() {
    return playback.traceProperty().get();
  }

  /** Begins anew, for the run that is shown now. */
  void begin() {
    causality = new Causality(trace());
    hovered = OptionalInt.empty();
    selection.selectedProperty().set(null);
  }

  Focus now() {
    Integer selected = selection.selectedProperty().get();
    return new Focus(Optional.ofNullable(selected).map(causality::of), hovered);
  }

  /** The mouse is on something. Tells whether that is another message than before. */
  boolean hover(Target target) {
    OptionalInt before = hovered;
    hovered =
        target instanceof Target.OfMessage message
            ? OptionalInt.of(message.serial())
            : OptionalInt.empty();
    return !hovered.equals(before);
  }

  /** Goes to what was clicked on; a message is selected too. */
  void go(Target target) {
    switch (target) {
      case Target.OfMessage message -> select(message.serial());
      case Target.Moment moment -> playback.jump(moment.step());
      case Target.OfServer _, Target.Nothing _ -> clear();
    }
  }

  private void select(int serial) {
    selection.selectedProperty().set(serial);
    playback.jump(new MessageWalk(trace()).moment(serial));
  }

  /** Selects nothing any more. Tells whether something was selected. */
  boolean clear() {
    boolean was = selection.selectedProperty().get() != null;
    selection.selectedProperty().set(null);
    return was;
  }

  /** N and P go to the next and to the previous message. */
  void key(KeyEvent key) {
    boolean plain = !key.isShortcutDown() && !key.isAltDown();
    if (plain && key.getCode() == KeyCode.N) {
      new MessageWalk(trace()).after(present()).ifPresent(this::select);
      key.consume();
    } else if (plain && key.getCode() == KeyCode.P) {
      new MessageWalk(trace()).before(present()).ifPresent(this::select);
      key.consume();
    }
  }

  private int present() {
    Integer selected = selection.selectedProperty().get();
    return selected == null
        ? new MessageWalk(trace()).at(playback.cursorProperty().get())
        : selected;
  }
}
