package paxoscope.ui.topbar;

import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import paxoscope.ui.model.ClusterSize;

/** How many servers there are, and how many there could be. */
public final class ServersMenuController {

  @FXML private Menu menu;

  private final ClusterSize size;

  /**
   * Joins it with what it changes.
   *
   * @param size the number of servers
   */
  public ServersMenuController(ClusterSize size) {
    this.size = size;
  }

  @FXML
  private void initialize() {
    for (int servers : size.choices()) {
      RadioMenuItem item = new RadioMenuItem(Integer.toString(servers));
      item.setUserData(servers);
      item.setOnAction(
          _ -> {
            // The mark follows the nodes, not the click: the user may say no.
            show();
            size.ask(servers);
          });
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    size.nodesProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    Integer now = size.nodesProperty().get().ports().size();
    menu.getItems()
        .forEach(item -> ((RadioMenuItem) item).setSelected(now.equals(item.getUserData())));
  }
}
