package paxoscope.ui.transport;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.words.UiText;

/** Says whether what is shown is live, the past of what is live, or a recording. */
final class LiveSign {

  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
  private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");
  private static final int HARDLY_BEHIND = 2;

  private final Button sign;
  private final Playback playback;
  private final RunDesk runs;

  LiveSign(Button sign, Playback playback, RunDesk runs) {
    this.sign = sign;
    this.playback = playback;
    this.runs = runs;
  }

  void show() {
    boolean recorded = runs.openedProperty().get() != null;
    boolean following = playback.followingProperty().get();
    sign.setText(recorded ? UiText.of("transport.recorded") : text(following));
    sign.setAccessibleText(
        UiText.of(recorded ? "transport.recorded.spoken" : "transport.live.spoken"));
    sign.pseudoClassStateChanged(RECORDED, recorded);
    sign.pseudoClassStateChanged(PAST, !recorded && !following);
  }

  private String text(boolean following) {
    if (!following) {
      return UiText.of("transport.past");
    }
    int behind = playback.sizeProperty().get() - playback.cursorProperty().get();
    return behind > HARDLY_BEHIND
        ? UiText.of("transport.behind", behind)
        : UiText.of("transport.live");
  }
}
