package paxoscope.ui.parameters;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import paxoscope.scenario.Parameter;

/** A field for one parameter of a scenario. */
final class ParameterField {

  private final Parameter parameter;
  private final Label label;
  private final Control control;

  /**
   * A field that holds what is proposed.
   *
   * @param parameter the parameter
   * @param proposed what it holds at first
   * @param servers the names of the servers
   * @param changed is told of each change
   */
  ParameterField(Parameter parameter, String proposed, List<String> servers, Runnable changed) {
    this.parameter = parameter;
    this.label = new Label(parameter.label());
    this.control =
        switch (parameter.kind()) {
          case SERVER -> servers(proposed, servers, changed);
          case VALUE -> text(proposed, "", changed);
          case NUMBER -> number(proposed, changed);
          case SWITCH -> box(proposed, changed);
        };
    control.setId("parameter-" + parameter.name());
    label.setLabelFor(control);
    control.setAccessibleText(parameter.label());
  }

  private static Control servers(String proposed, List<String> servers, Runnable changed) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(servers));
    box.setValue(servers.contains(proposed) ? proposed : servers.getLast());
    box.valueProperty().addListener((_, _, _) -> changed.run());
    return box;
  }

  // A default that depends on others is not copied: it goes on to depend on them.
  private static Control number(String proposed, Runnable changed) {
    return proposed.matches("[0-9]+") ? text(proposed, "", changed) : text("", proposed, changed);
  }

  private static Control text(String proposed, String prompt, Runnable changed) {
    TextField field = new TextField(proposed);
    field.setPromptText(prompt);
    field.textProperty().addListener((_, _, _) -> changed.run());
    return field;
  }

  private static Control box(String proposed, Runnable changed) {
    CheckBox box = new CheckBox();
    box.setSelected(proposed.equals("yes"));
    box.selectedProperty().addListener((_, _, _) -> changed.run());
    return box;
  }

  String name() {
    return parameter.name();
  }

  Node label() {
    return label;
  }

  Control control() {
    return control;
  }

  /** What it holds; empty if that is left to the default. */
  Optional<String> text() {
    return switch (control) {
      case ComboBox<?> box -> Optional.of(String.valueOf(box.getValue()));
      case CheckBox box -> Optional.of(box.isSelected() ? "yes" : "no");
      case TextField field ->
          parameter.kind() == Parameter.Kind.NUMBER && field.getText().isBlank()
              ? Optional.empty()
              : Optional.of(field.getText());
      default -> Optional.empty();
    };
  }
}
