package paxoscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import paxoscope.director.Mishaps;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.FreePlay;
import paxoscope.ui.words.UiText;

/** Says what chance does to the messages, as long as it does. */
public final class ChanceBarController {

  @FXML private HBox bar;
  @FXML private Label chance;

  private final FreePlay free;

  /**
   * Joins it with what it shows.
   *
   * @param free knows what chance does
   */
  public ChanceBarController(FreePlay free) {
    this.free = free;
  }

  @FXML
  private void initialize() {
    free.chanceProperty().addListener((_, _, now) -> show(now));
    show(free.chanceProperty().get());
  }

  private void show(Mishaps mishaps) {
    Shown.set(bar, !mishaps.equals(Mishaps.NONE));
    chance.setText(UiText.of("free.chance", mishaps.seed(), shares(mishaps)));
  }

  private static String shares(Mishaps mishaps) {
    List<String> shares = new ArrayList<>();
    add(shares, "free.chance.lost", mishaps.losePercent());
    add(shares, "free.chance.doubled", mishaps.doublePercent());
    add(shares, "free.chance.delayed", mishaps.delayPercent());
    return String.join(", ", shares);
  }

  private static void add(List<String> shares, String words, int percent) {
    if (percent > 0) {
      shares.add(UiText.of(words, percent));
    }
  }

  @FXML
  private void leaveNothingToChance() {
    free.meet(Mishaps.NONE);
  }
}
