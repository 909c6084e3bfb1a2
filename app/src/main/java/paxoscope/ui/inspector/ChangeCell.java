package paxoscope.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import paxoscope.trace.Role;
import paxoscope.trace.ServerChange;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/** One change in the history of a server, with the message behind it. */
final class ChangeCell extends StepCell<ServerChange> {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final Playback playback;
  private final Label what;
  private final Label cause;
  private final Label before;

  ChangeCell(Playback playback) {
    this(playback, new Label(), new Label(), new Label());
  }

  private ChangeCell(Playback playback, Label what, Label cause, Label before) {
    super(what, cause, before);
    this.playback = playback;
    this.what = what;
    this.cause = cause;
    this.before = before;
  }

  @Override
  void clear() {
    pseudoClassStateChanged(NOW, false);
  }

  @Override
  void show(ServerChange change) {
    what.setText(ChangeWords.what(change));
    line(cause, ChangeWords.cause(change));
    String earlier = ChangeWords.before(change);
    line(before, earlier.isEmpty() ? "" : UiText.of("inspector.was", earlier));
    show(change.step(), look(change));
    pseudoClassStateChanged(NOW, change.step() == playback.cursorProperty().get());
  }

  private String look(ServerChange change) {
    if (change.kind() == ServerChange.Kind.REFUSED) {
      return "refusal";
    }
    return ChangeWords.about(change)
        .map(number -> Role.of(number, playback.traceProperty().get().header()))
        .orElse(Role.OTHER)
        .styleClass();
  }

  private static void line(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
    label.setVisible(!text.isEmpty());
  }
}
