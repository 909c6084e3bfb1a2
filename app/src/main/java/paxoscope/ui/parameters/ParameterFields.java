package paxoscope.ui.parameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.GridPane;
import paxoscope.scenario.Parameter;

/** The fields of a scenario, one below the other. */
public final class ParameterFields extends GridPane {

  private final List<ParameterField> fields = new ArrayList<>();

  /** No fields. */
  public ParameterFields() {
    getStyleClass().add("parameter-fields");
  }

  /**
   * Shows the fields of other parameters.
   *
   * @param parameters the parameters
   * @param proposed what they are to hold, by name; the others hold their defaults
   * @param servers the names of the servers
   * @param changed is told of each change
   */
  void show(
      List<Parameter> parameters,
      Map<String, String> proposed,
      List<String> servers,
      Runnable changed) {
    fields.clear();
    getChildren().clear();
    for (Parameter parameter : parameters) {
      String text = proposed.getOrDefault(parameter.name(), parameter.defaultText());
      ParameterField field = new ParameterField(parameter, text, servers, changed);
      addRow(fields.size(), field.label(), field.control());
      fields.add(field);
    }
  }

  /** The arguments, by name; those that are left to their defaults are not among them. */
  Map<String, String> arguments() {
    Map<String, String> arguments = new HashMap<>();
    fields.forEach(field -> field.text().ifPresent(text -> arguments.put(field.name(), text)));
    return arguments;
  }

  /** Moves the focus to the first field; says whether there is one. */
  boolean focusFirst() {
    fields.stream().findFirst().ifPresent(field -> field.control().requestFocus());
    return !fields.isEmpty();
  }
}
