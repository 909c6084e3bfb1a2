package paxoscope.ui.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import paxoscope.scenario.Scenario;
import paxoscope.ui.fx.Shown;

/** Offers the scenarios that have no button of their own, each with what it teaches. */
public final class LibraryController {

  @FXML private StackPane library;
  @FXML private ListView<Scenario> list;

  private final List<Scenario> scenarios;
  private final Predicate<String> hasButton;
  private final Consumer<String> play;
  private final Consumer<Scenario> ask;

  /**
   * Joins it with what it starts.
   *
   * @param scenarios all scenarios
   * @param hasButton whether the scenario of a name has a button
   * @param play plays a scenario, given its name
   * @param ask asks for the parameters of a scenario
   */
  public LibraryController(
      List<Scenario> scenarios,
      Predicate<String> hasButton,
      Consumer<String> play,
      Consumer<Scenario> ask) {
    this.scenarios = List.copyOf(scenarios);
    this.hasButton = hasButton;
    this.play = play;
    this.ask = ask;
  }

  @FXML
  private void initialize() {
    list.setCellFactory(_ -> new ScenarioCell(this::play));
    list.setOnKeyPressed(
        key -> {
          Scenario chosen = list.getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.ENTER && chosen != null) {
            play(chosen);
          }
        });
    setShown(false);
  }

  private void setShown(boolean shown) {
    Shown.set(library, shown);
  }

  /** Offers them; the one that was played last is proposed. */
  public void show() {
    if (list.getItems().isEmpty()) {
      list.setItems(
          FXCollections.observableList(scenarios.stream().filter(this::isOffered).toList()));
      list.getSelectionModel().selectFirst();
    }
    setShown(true);
    list.requestFocus();
  }

  // A sequel goes on where another has ended, and is offered only then.
  private boolean isOffered(Scenario scenario) {
    Optional<String> name = Optional.of(scenario.name());
    return !hasButton.test(scenario.name())
        && scenarios.stream().noneMatch(other -> other.followUp().equals(name));
  }

  private void play(Scenario scenario) {
    close();
    play.accept(scenario.name());
  }

  @FXML
  private void askParameters() {
    Scenario chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close();
      ask.accept(chosen);
    }
  }

  /**
   * Whether they are offered.
   *
   * @return true while the sheet lies above the window
   */
  public boolean isShown() {
    return library.isVisible();
  }

  /**
   * Takes the sheet away.
   *
   * @return whether it was shown
   */
  @FXML
  public boolean close() {
    boolean shown = isShown();
    setShown(false);
    if (shown) {
      // Else some button would get the focus, and the next Space would press it.
      library.getScene().getRoot().requestFocus();
    }
    return shown;
  }
}
