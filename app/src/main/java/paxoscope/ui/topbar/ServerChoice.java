package paxoscope.ui.topbar;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;
import paxoscope.ui.model.Playback;

/** A box in which one of the servers is chosen; it shows each with its port. */
final class ServerChoice extends StringConverter<String> {

  private final ComboBox<String> box;
  private final Playback playback;

  ServerChoice(ComboBox<String> box, Playback playback) {
    this.box = box;
    this.playback = playback;
  }

  void bind(StringProperty server) {
    box.setConverter(this);
    box.valueProperty().bindBidirectional(server);
  }

  /** Offers the servers of a cluster, and keeps what was chosen where it is among them. */
  static void offer(ComboBox<String> boxA, ComboBox<String> boxB, Membership membership) {
    List<String> names = membership.servers().stream().map(ServerId::toString).toList();
    if (!names.equals(boxA.getItems())) {
      offer(boxA, names, names.getFirst());
      offer(boxB, names, names.getLast());
      if (boxA.getValue().equals(boxB.getValue())) {
        boxA.setValue(names.getFirst());
      }
    }
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
    List<Integer> ports = playback.traceProperty().get().header().ports();
    int index = Integer.parseInt(name.substring(1)) - 1;
    return index < ports.size() ? name + " :" + ports.get(index) : name;
  }

  @Override
  public String fromString(String text) {
    return text;
  }
}
