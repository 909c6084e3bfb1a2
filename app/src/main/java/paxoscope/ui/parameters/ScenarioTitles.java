package paxoscope.ui.parameters;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import paxoscope.scenario.Scenario;

/** Shows scenarios by their titles. */
final class ScenarioTitles extends StringConverter<Scenario> {

  private final List<Scenario> scenarios;

  private ScenarioTitles(List<Scenario> scenarios) {
    this.scenarios = scenarios;
  }

  static void offer(ComboBox<Scenario> box, List<Scenario> scenarios) {
    box.setItems(FXCollections.observableArrayList(scenarios));
    box.setConverter(new ScenarioTitles(scenarios));
  }

  @Override
  public String toString(Scenario scenario) {
    return scenario == null ? "" : scenario.title();
  }

  @Override
  public Scenario fromString(String text) {
    return scenarios.stream().filter(one -> one.title().equals(text)).findFirst().orElse(null);
  }
}
