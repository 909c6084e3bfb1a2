package paxoscope.ui.export;

import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import paxoscope.ui.model.HandoutKind;
import paxoscope.ui.words.UiText;

/** The kinds of handouts, one of which is chosen. */
public final class HandoutChoice extends GridPane {

  private final ToggleGroup group = new ToggleGroup();

  /** A choice of all kinds. */
  public HandoutChoice() {
    getStyleClass().add("export-kinds");
    for (HandoutKind kind : HandoutKind.values()) {
      RadioButton choice = new RadioButton(UiText.of("export." + kind.key()));
      choice.setId("export-" + kind.key());
      choice.setUserData(kind);
      choice.setToggleGroup(group);
      Label text = new Label(UiText.of("export." + kind.key() + ".text"));
      text.getStyleClass().add("quiet");
      choice.setAccessibleText(choice.getText() + ": " + text.getText());
      addRow(kind.ordinal(), choice, text);
    }
  }

  /** Chooses a kind, and gives it the focus. */
  void choose(HandoutKind kind) {
    RadioButton choice = (RadioButton) group.getToggles().get(kind.ordinal());
    choice.setSelected(true);
    choice.requestFocus();
  }

  HandoutKind chosen() {
    return (HandoutKind) group.getSelectedToggle().getUserData();
  }

  void onChange(Runnable action) {
    group.selectedToggleProperty().addListener((_, _, _) -> action.run());
  }

  // Enter would choose again what is chosen already.
  void onEnter(Runnable action) {
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            action.run();
          }
        });
  }
}
