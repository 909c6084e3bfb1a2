package paxoscope.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which message is selected in the views of a run. To be used on the window's thread only. */
public final class PassageSelection {

  private final ObjectProperty<Integer> selected = new SimpleObjectProperty<>();

  /**
   * The selected message.
   *
   * @return the property: the serial of its passage; null for none
   */
  public ObjectProperty<Integer> selectedProperty() {
    return selected;
  }
}
