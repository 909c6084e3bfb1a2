package paxoscope.ui.topbar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.StringConverter;
import paxoscope.trace.RunHeader;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Diagnostics;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.words.UiText;

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
  @FXML private MenuItem retries;
  @FXML private MenuItem theme;

  private final ControlDesk desk;
  private final Settings settings;
  private final Runnable help;

  /**
   * Joins it with what it starts.
   *
   * @param desk starts scenarios
   * @param settings the parameters and the look
   * @param help shows the list of keys
   */
  public TopBarController(ControlDesk desk, Settings settings, Runnable help) {
    this.desk = desk;
    this.settings = settings;
    this.help = help;
  }

  @FXML
  private void initialize() {
    choice(serverA, settings.serverAProperty());
    choice(serverB, settings.serverBProperty());
    valueA.textProperty().bindBidirectional(settings.valueAProperty());
    valueB.textProperty().bindBidirectional(settings.valueBProperty());
    desk.playback().traceProperty().addListener((_, _, _) -> show());
    desk.scenarioProperty().addListener((_, _, _) -> show());
    settings.darkProperty().addListener((_, _, _) -> show());
    show();
  }

  private void choice(ComboBox<String> box, StringProperty server) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null ? "" : withPort(name);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.valueProperty().bindBidirectional(server);
  }

  private String withPort(String name) {
    List<Integer> ports = desk.playback().traceProperty().get().header().ports();
    int index = Integer.parseInt(name.substring(1)) - 1;
    return index < ports.size() ? name + " :" + ports.get(index) : name;
  }

  private void show() {
    RunHeader header = desk.playback().traceProperty().get().header();
    List<String> names =
        header.membership().servers().stream().map(server -> server.toString()).toList();
    if (!names.equals(serverA.getItems())) {
      keep(serverA, names, names.getFirst());
      keep(serverB, names, names.getLast());
    }
    current(setValue, "set_value", header);
    current(aWins, "A_wins", header);
    current(bWins, "B_wins", header);
    current(bbWins, "BB_wins", header);
    current(livelock, "livelock", header);
    retries.setDisable(!header.scenario().equals("BB_wins"));
    theme.setText(
        UiText.of(settings.darkProperty().get() ? "more.light-theme" : "more.dark-theme"));
  }

  private static void keep(ComboBox<String> box, List<String> names, String otherwise) {
    String chosen = box.getValue();
    box.setItems(FXCollections.observableArrayList(names));
    box.setValue(names.contains(chosen) ? chosen : otherwise);
  }

  private static void current(Button button, String scenario, RunHeader header) {
    button.pseudoClassStateChanged(CURRENT, header.scenario().equals(scenario));
  }

  @FXML
  private void playSetValue() {
    desk.play("set_value", roles());
  }

  @FXML
  private void playAWins() {
    desk.play("A_wins", roles());
  }

  @FXML
  private void playBWins() {
    desk.play("B_wins", roles());
  }

  @FXML
  private void playBbWins() {
    desk.play("BB_wins", roles());
  }

  @FXML
  private void playLivelock() {
    desk.play("livelock", roles());
  }

  @FXML
  private void playRetries() {
    play("A_retries");
  }

  /**
   * Plays a scenario with the servers and values that are chosen here.
   *
   * @param scenario its name
   */
  public void play(String scenario) {
    desk.play(scenario, roles());
  }

  /**
   * Plays the scenario of a number key.
   *
   * @param number 1 to 5, from left to right
   */
  public void play(int number) {
    List.of(setValue, aWins, bWins, bbWins, livelock).get(number - 1).fire();
  }

  private Map<String, String> roles() {
    Map<String, String> roles = new HashMap<>();
    roles.put("A", serverA.getValue());
    roles.put("B", serverB.getValue());
    roles.put("X", valueA.getText());
    roles.put("Y", valueB.getText());
    return roles;
  }

  @FXML
  private void restart() {
    desk.askRestart();
  }

  @FXML
  private void changeTheme() {
    settings.darkProperty().set(!settings.darkProperty().get());
  }

  @FXML
  private void largerText() {
    settings.enlargeText(1);
  }

  @FXML
  private void smallerText() {
    settings.enlargeText(-1);
  }

  @FXML
  private void copyDiagnostics() {
    ClipboardContent content = new ClipboardContent();
    content.putString(Diagnostics.of(desk));
    Clipboard.getSystemClipboard().setContent(content);
    desk.say(UiText.of("notice.copied"));
  }

  @FXML
  private void showHelp() {
    help.run();
  }
}
