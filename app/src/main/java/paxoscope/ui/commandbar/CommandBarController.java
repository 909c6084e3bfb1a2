package paxoscope.ui.commandbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import paxoscope.ui.model.ClientLog;
import paxoscope.ui.model.ControlDesk;

/** Takes typed commands, and shows what commands and clients were told. */
public final class CommandBarController {

  @FXML private TextField input;
  @FXML private Label last;
  @FXML private ListView<ClientLog.Line> lines;

  private final ControlDesk desk;
  private final List<String> typed = new ArrayList<>();
  private int recalled;

  /**
   * Joins it with what it commands.
   *
   * @param desk carries commands out
   */
  public CommandBarController(ControlDesk desk) {
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    lines.setItems(desk.log().lines());
    lines.setCellFactory(_ -> new LineCell());
    lines.visibleProperty().bind(input.focusedProperty().or(lines.focusedProperty()));
    lines.managedProperty().bind(lines.visibleProperty());
    desk.log()
        .lines()
        .addListener(
            (ListChangeListener<ClientLog.Line>)
                _ -> {
                  ClientLog.Line line = desk.log().lines().getLast();
                  last.setText(line.text());
                  tone(last, line, "last-line");
                  lines.scrollTo(desk.log().lines().size() - 1);
                });
  }

  /** Makes ready to type. */
  public void begin() {
    input.requestFocus();
    input.selectAll();
  }

  @FXML
  private void run() {
    String line = input.getText();
    if (!line.isBlank()) {
      typed.add(line);
      recalled = typed.size();
      input.clear();
      desk.command(line);
    }
  }

  @FXML
  private void recall(KeyEvent key) {
    int wanted =
        switch (key.getCode()) {
          case UP -> recalled - 1;
          case DOWN -> recalled + 1;
          default -> -1;
        };
    if (wanted >= 0 && wanted <= typed.size()) {
      recalled = wanted;
      input.setText(wanted == typed.size() ? "" : typed.get(wanted));
      input.end();
      key.consume();
    }
  }

  private static void tone(Label label, ClientLog.Line line, String styleClass) {
    String tone = line.tone().name().toLowerCase(Locale.ROOT).replace('_', '-');
    label.getStyleClass().setAll("label", styleClass, "said-" + tone);
  }

  /** One line of what was said. */
  private static final class LineCell extends ListCell<ClientLog.Line> {

    private final Label label = new Label();

    @Override
    protected void updateItem(ClientLog.Line line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty || line == null ? null : label);
      if (!empty && line != null) {
        label.setText(line.text());
        tone(label, line, "said");
      }
    }
  }
}
