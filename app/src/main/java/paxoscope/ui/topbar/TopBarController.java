package paxoscope.ui.topbar;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RunHeader;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.settings.Settings;

/** The scenarios and their parameters. */
public final class TopBarController {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  @FXML private Button setValue;
  @FXML private Button aWins;
  @FXML private Button bWins;
  @FXML private Button bbWins;
  @FXML private Button livelock;
  @FXML private ComboBox<String> serverA;
  @FXML private ComboBox<String> serverB;
  @FXML private TextField valueA;
  @FXML private TextField valueB;

  private final ControlDesk desk;
  private final Settings settings;

  /**
   * Joins it with what it starts.
   *
   * @param desk starts scenarios
   * @param settings the parameters
   */
  public TopBarController(ControlDesk desk, Settings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  @FXML
  private void initialize() {
    serverA.valueProperty().bindBidirectional(settings.serverAProperty());
    serverB.valueProperty().bindBidirectional(settings.serverBProperty());
    valueA.textProperty().bindBidirectional(settings.valueAProperty());
    valueB.textProperty().bindBidirectional(settings.valueBProperty());
    desk.playback().traceProperty().addListener((_, _, _) -> show());
    desk.scenarioProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    RunHeader header = desk.playback().traceProperty().get().header();
    if (!desk.recordedProperty().get()) {
      // What is chosen here is played on the nodes, whatever recording is looked at.
      ServerChoice.offer(serverA, serverB, header);
    }
    for (Button button : scenarios()) {
      button.pseudoClassStateChanged(CURRENT, header.scenario().equals(scenarioOf(button)));
    }
  }

  private List<Button> scenarios() {
    return List.of(setValue, aWins, bWins, bbWins, livelock);
  }

  private static String scenarioOf(Button button) {
    return (String) button.getUserData();
  }

  @FXML
  private void playChosen(ActionEvent event) {
    play(scenarioOf((Button) event.getSource()));
  }

  /**
   * Plays a scenario with the servers and values that are chosen here.
   *
   * @param scenario its name
   */
  public void play(String scenario) {
    desk.play(scenario, roles());
  }

  /** Lets whoever sits here be the network, with the servers that are chosen here drawn as A, B. */
  public void beFree() {
    desk.commands().freePlay().begin(server(serverA), server(serverB));
  }

  private static ServerId server(ComboBox<String> box) {
    return new ServerId(Integer.parseInt(box.getValue().substring(1)));
  }

  /**
   * Whether a scenario has a button here.
   *
   * @param scenario its name
   * @return true if it has
   */
  public boolean hasButtonFor(String scenario) {
    return scenarios().stream().anyMatch(button -> scenario.equals(scenarioOf(button)));
  }

  /**
   * Plays the scenario of a number key.
   *
   * @param number 1 to 5, from left to right
   */
  public void play(int number) {
    scenarios().get(number - 1).fire();
  }

  /**
   * The servers and values that are chosen here.
   *
   * @return A, B, X and Y, as text
   */
  public Map<String, String> roles() {
    return Map.of(
        "A", serverA.getValue(),
        "B", serverB.getValue(),
        "X", valueA.getText(),
        "Y", valueB.getText());
  }

  @FXML
  private void restart() {
    desk.askRestart();
  }
}
