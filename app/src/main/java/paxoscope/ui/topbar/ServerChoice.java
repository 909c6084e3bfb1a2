package paxoscope.ui.topbar;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RunHeader;

/** How the boxes in which a server is chosen show each: with the port that it has in a run. */
final class ServerChoice extends StringConverter<String> {

  private final List<Integer> ports;

  private ServerChoice(List<Integer> ports) {
    this.ports = ports;
  }

  /** Offers the servers of a run, and keeps what was chosen where it is among them. */
  static void offer(ComboBox<String> boxA, ComboBox<String> boxB, RunHeader run) {
    List<String> names = run.membership().servers().stream().map(ServerId::toString).toList();
    // Before the names: they are shown as the converter says.
    if (!(boxA.getConverter() instanceof ServerChoice known && known.ports.equals(run.ports()))) {
      new ServerChoice(run.ports()).dress(boxA);
      new ServerChoice(run.ports()).dress(boxB);
    }
    if (!names.equals(boxA.getItems())) {
      offer(boxA, names, names.getFirst());
      offer(boxB, names, names.getLast());
      if (boxA.getValue().equals(boxB.getValue())) {
        boxA.setValue(names.getFirst());
      }
    }
  }

  private void dress(ComboBox<String> box) {
    box.setConverter(this);
    // Another converter alone leaves the text of what is chosen as it was.
    box.setButtonCell(
        new ListCell<>() {
          @Override
          protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? "" : ServerChoice.this.toString(name));
          }
        });
  }

  private static void offer(ComboBox<String> box, List<String> names, String otherwise) {
    String chosen = box.getValue();
    // Whoever was the last of all is so in a cluster of another size too.
    boolean last = !box.getItems().isEmpty() && box.getItems().getLast().equals(chosen);
    box.setItems(FXCollections.observableArrayList(names));
    box.setValue(last ? names.getLast() : names.contains(chosen) ? chosen : otherwise);
  }

  @Override
  public String toString(String name) {
    if (name == null) {
      return "";
    }
    int index = Integer.parseInt(name.substring(1)) - 1;
    return index < ports.size() ? name + " :" + ports.get(index) : name;
  }

  @Override
  public String fromString(String text) {
    return text;
  }
}
