package paxoscope.ui.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.ScenarioDesk;
import paxoscope.ui.model.ScenarioOffer;

/** Asks for all parameters of a scenario before it is played. */
public final class ParametersController {

  @FXML private StackPane parameters;
  @FXML private ComboBox<Scenario> which;
  @FXML private Label title;
  @FXML private Label lesson;
  @FXML private ParameterFields fields;
  @FXML private Label wrong;
  @FXML private Button play;

  private final ScenarioDesk desk;
  private final List<Scenario> scenarios;
  private final Supplier<Map<String, String>> roles;

  /**
   * Joins it with what it starts.
   *
   * @param desk plays
   * @param scenarios the program's own scenarios
   * @param roles A, B, and their values X and Y, as they are chosen in the window
   */
  public ParametersController(
      ScenarioDesk desk, List<Scenario> scenarios, Supplier<Map<String, String>> roles) {
    this.desk = desk;
    this.scenarios = List.copyOf(scenarios);
    this.roles = roles;
  }

  @FXML
  private void initialize() {
    ScenarioTitles.offer(which, scenarios);
    which.valueProperty().addListener((_, _, chosen) -> choose(chosen));
    parameters.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    desk.offerProperty().addListener((_, _, offer) -> show(offer));
    setShown(false);
  }

  private void choose(Scenario chosen) {
    ScenarioOffer offer = desk.offerProperty().get();
    if (chosen != null && offer != null && offer.scenario() != chosen) {
      desk.offer(chosen);
      which.requestFocus();
    }
  }

  private void pressed(KeyEvent key) {
    boolean ofAButton = key.getTarget() instanceof Button;
    if (key.getCode() == KeyCode.ENTER && !ofAButton && !play.isDisabled()) {
      play();
      key.consume();
    }
  }

  private void setShown(boolean shown) {
    Shown.set(parameters, shown);
  }

  private void show(ScenarioOffer offer) {
    setShown(offer != null);
    if (offer == null) {
      // Else some button would get the focus, and the next Space would press it.
      parameters.getScene().getRoot().requestFocus();
      return;
    }
    Scenario scenario = offer.scenario();
    boolean own = offer.own().isPresent();
    Shown.set(which, !own);
    which.setValue(own ? null : scenario);
    title.setText(scenario.title());
    lesson.setText(scenario.lesson());
    List<String> servers =
        desk.header().membership().servers().stream().map(ServerId::toString).toList();
    fields.show(scenario.parameters(), own ? Map.of() : roles.get(), servers, this::check);
    check();
    if (!fields.focusFirst()) {
      play.requestFocus();
    }
  }

  private void check() {
    say(desk.wrongIn(desk.offerProperty().get().scenario(), fields.arguments()));
  }

  private void say(Optional<String> complaint) {
    wrong.setText(complaint.orElse(""));
    play.setDisable(complaint.isPresent());
  }

  /**
   * Whether it asks.
   *
   * @return true while the sheet lies above the window
   */
  public boolean isShown() {
    return parameters.isVisible();
  }

  /**
   * Takes the sheet away.
   *
   * @return whether it was shown
   */
  @FXML
  public boolean close() {
    boolean shown = isShown();
    desk.withdraw();
    return shown;
  }

  @FXML
  private void play() {
    desk.play(fields.arguments(), complaint -> say(Optional.of(complaint)));
  }

  @FXML
  private void edit() {
    desk.edit();
  }
}
