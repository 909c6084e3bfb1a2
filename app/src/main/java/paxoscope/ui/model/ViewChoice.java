package paxoscope.ui.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import paxoscope.export.Handout;

/** Which of the views of a run is shown. To be used on the window's thread only. */
public final class ViewChoice {

  private final ObjectProperty<View> shown = new SimpleObjectProperty<>(View.STAGE);
  private Optional<Handout.Sight> sight = Optional.empty();

  /** The ways to look at a run. All show the same moment. */
  public enum View {
    /** The servers on a ring, and the messages that fly between them. */
    STAGE,
    /** A lane for each server, time to the right, an arrow for each message. */
    SPACE_TIME,
    /** The box diagram of the lecture slides. */
    SLIDE
  }

  /**
   * The view that is shown.
   *
   * @return the property
   */
  public ObjectProperty<View> shownProperty() {
    return shown;
  }

  /**
   * Which steps the space-time view shows.
   *
   * @return empty as long as nobody has looked at it
   */
  public Optional<Handout.Sight> sight() {
    return sight;
  }

  /**
   * The space-time view shows these steps now.
   *
   * @param now which; empty for another run at which nobody has looked yet
   */
  public void setSight(Optional<Handout.Sight> now) {
    sight = now;
  }
}
