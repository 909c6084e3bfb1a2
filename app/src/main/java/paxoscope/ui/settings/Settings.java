package paxoscope.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the window remembers for its user from one start to the next. */
public final class Settings {

  /** The smallest text, relative to the usual size. */
  public static final double SMALLEST_TEXT = 0.7;

  /** The largest text, relative to the usual size. */
  public static final double LARGEST_TEXT = 1.6;

  private static final double TEXT_STEP = 0.1;

  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final DoubleProperty textSize = new SimpleDoubleProperty(1);
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final StringProperty serverA = new SimpleStringProperty("S1");
  private final StringProperty serverB = new SimpleStringProperty("S5");
  private final StringProperty valueA = new SimpleStringProperty("123");
  private final StringProperty valueB = new SimpleStringProperty("456");
  private final DoubleProperty width = new SimpleDoubleProperty(1600);
  private final DoubleProperty height = new SimpleDoubleProperty(900);
  private final BooleanProperty maximized = new SimpleBooleanProperty();
  private final BooleanProperty hintsSeen = new SimpleBooleanProperty();

  /**
   * Whether the dark theme is shown.
   *
   * @return the property
   */
  public BooleanProperty darkProperty() {
    return dark;
  }

  /**
   * How large texts are; 1 is the usual size.
   *
   * @return the property
   */
  public DoubleProperty textSizeProperty() {
    return textSize;
  }

  /**
   * How fast runs are shown; 1 is the usual pace.
   *
   * @return the property
   */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /**
   * The server that plays A, such as S1.
   *
   * @return the property
   */
  public StringProperty serverAProperty() {
    return serverA;
  }

  /**
   * The server that plays B, such as S5.
   *
   * @return the property
   */
  public StringProperty serverBProperty() {
    return serverB;
  }

  /**
   * A's value.
   *
   * @return the property
   */
  public StringProperty valueAProperty() {
    return valueA;
  }

  /**
   * B's value.
   *
   * @return the property
   */
  public StringProperty valueBProperty() {
    return valueB;
  }

  /**
   * The width of the window's content, in pixels.
   *
   * @return the property
   */
  public DoubleProperty widthProperty() {
    return width;
  }

  /**
   * The height of the window's content, in pixels.
   *
   * @return the property
   */
  public DoubleProperty heightProperty() {
    return height;
  }

  /**
   * Whether the window fills the screen.
   *
   * @return the property
   */
  public BooleanProperty maximizedProperty() {
    return maximized;
  }

  /**
   * Whether the hints of a first start have been shown.
   *
   * @return the property
   */
  public BooleanProperty hintsSeenProperty() {
    return hintsSeen;
  }

  /**
   * Makes texts larger or smaller.
   *
   * @param steps by how many steps of a tenth; negative for smaller
   */
  public void enlargeText(int steps) {
    double wanted = Math.round((textSize.get() + steps * TEXT_STEP) * 10) / 10.0;
    textSize.set(Math.clamp(wanted, SMALLEST_TEXT, LARGEST_TEXT));
  }
}
