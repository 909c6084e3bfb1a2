package paxoscope.ui.hints;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.Playback;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.words.UiText;

/** One small card that pages through the hints of a first start, and marks what each is about. */
public final class HintsController {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final String MARK = "pointed-at";

  @FXML private VBox card;
  @FXML private Label title;
  @FXML private Label text;
  @FXML private HBox dots;
  @FXML private Button back;
  @FXML private Button next;

  private final HintTour tour;
  private final Playback playback;
  private List<Node> marked = List.of();

  /**
   * Joins it with what it needs to know.
   *
   * @param settings whether the user has seen the hints
   * @param playback tells when a scenario begins
   */
  public HintsController(Settings settings, Playback playback) {
    this.tour = new HintTour(settings.hintsSeenProperty());
    this.playback = playback;
  }

  @FXML
  private void initialize() {
    for (Hint hint : Hint.values()) {
      Region dot = new Region();
      dot.getStyleClass().add("dot");
      dots.getChildren().add(dot);
    }
    tour.hintProperty().addListener((_, _, hint) -> show(hint));
    playback
        .underWayProperty()
        .addListener(
            (_, _, begun) -> {
              if (begun) {
                tour.scenarioBegun();
              }
            });
    show(Optional.empty());
  }

  private void show(Optional<Hint> hint) {
    Shown.set(card, hint.isPresent());
    marked.forEach(node -> node.getStyleClass().remove(MARK));
    marked = hint.map(this::subjects).orElse(List.of());
    marked.forEach(node -> node.getStyleClass().add(MARK));
    hint.ifPresent(this::tell);
  }

  private List<Node> subjects(Hint hint) {
    return hint.about().stream()
        .flatMap(id -> Optional.ofNullable(card.getScene().lookup("#" + id)).stream())
        .toList();
  }

  private void tell(Hint hint) {
    boolean last = hint.number() == Hint.values().length;
    title.setText(hint.title());
    text.setText(hint.text());
    card.setAccessibleText(
        UiText.of("hints.spoken", hint.number(), Hint.values().length, hint.title(), hint.text()));
    for (int i = 0; i < dots.getChildren().size(); i++) {
      dots.getChildren().get(i).pseudoClassStateChanged(NOW, i == hint.ordinal());
    }
    back.setVisible(hint.number() > 1);
    next.setText(UiText.of(last ? "hints.done" : "hints.next"));
  }

  /** Shows the hints if this user has never seen them. */
  public void showOnce() {
    tour.beginOnce();
  }

  /** Shows the hints from the first. */
  @FXML
  public void show() {
    tour.begin();
  }

  @FXML
  private void goOn() {
    tour.next();
  }

  @FXML
  private void goBack() {
    tour.back();
  }

  /**
   * Takes the hints away.
   *
   * @return whether one was shown
   */
  @FXML
  public boolean close() {
    boolean shown = tour.hintProperty().get().isPresent();
    tour.close();
    return shown;
  }
}
