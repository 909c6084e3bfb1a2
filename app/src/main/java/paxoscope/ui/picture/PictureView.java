package paxoscope.ui.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import paxoscope.picture.Palette;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;

/**
 * Shows a picture at its own scale, and tells what the mouse meets on it. Whoever lays the picture
 * out is asked again when the room changes.
 */
public final class PictureView extends Region {

  private final Canvas canvas = new Canvas();
  private Palette palette = palette(false);
  private PicturePainter painter = new PicturePainter(palette);
  private Picture picture = new Picture(0, 0, "", java.util.List.of());
  private MovingPicture moving;
  private MovingPicture coming;
  private Consumer<Target> clicked = _ -> {};
  private Consumer<Target> hovered = _ -> {};
  private Runnable resized = () -> {};

  /** An empty view. */
  public PictureView() {
    getStyleClass().add("picture-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinSize(0, 0);
    getChildren().add(canvas);
    setOnMouseClicked(event -> meet(event, clicked, event.isStillSincePress()));
    setOnMouseMoved(event -> meet(event, hovered, true));
    setOnMouseExited(_ -> hovered.accept(Target.NOTHING));
  }

  /**
   * Reads the colours of a theme.
   *
   * @param dark which one
   * @return its palette
   */
  public static Palette palette(boolean dark) {
    String file = "/resources/themes/" + (dark ? "dark" : "light") + ".css";
    try (InputStream css = PictureView.class.getResourceAsStream(file)) {
      return Palette.parse(new String(css.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The program's file " + file + " is damaged.", unreadable);
    }
  }

  /**
   * Changes the colours.
   *
   * @param dark whether the dark theme is on
   */
  public void setDark(boolean dark) {
    palette = palette(dark);
    painter = new PicturePainter(palette);
    rest();
    forgetPrepared();
    paint();
  }

  /**
   * Shows a picture.
   *
   * @param shown the picture
   */
  public void show(Picture shown) {
    picture = shown;
    setAccessibleText(shown.title());
    rest();
    paint();
  }

  /**
   * Puts a wider picture behind what is shown, to come next. It is painted piece by piece: all at
   * once would take longer than a frame.
   *
   * @param wide what moves
   * @param standing what stays
   * @param left how far it hides what moves
   * @param top how far down there is more of what stays
   */
  public void prepareMoving(Picture wide, Picture standing, double left, double top) {
    forgetPrepared();
    coming = new MovingPicture(wide, standing, left, top, painter);
    getChildren().add(Math.max(0, getChildren().indexOf(moving)), coming);
  }

  /**
   * Whether a wider picture waits behind what is shown.
   *
   * @return false once it is shown
   */
  public boolean isPrepared() {
    return coming != null;
  }

  /**
   * Paints one more piece of the picture behind.
   *
   * @param offset which place of it would be at the left edge
   * @return whether all that would be in sight is painted now
   */
  public boolean paintPrepared(double offset) {
    return coming.paintAhead(offset);
  }

  /**
   * Shows the picture behind instead, which can be moved, until another one is shown. Meanwhile the
   * mouse meets nothing. What of it is in sight and not painted yet will be.
   */
  public void showPrepared() {
    getChildren().remove(moving);
    moving = coming;
    coming = null;
    moving.toFront();
  }

  /** Throws away what was prepared. */
  public void forgetPrepared() {
    getChildren().remove(coming);
    coming = null;
  }

  /**
   * Moves the wider picture.
   *
   * @param offset which place of it is at the left edge
   */
  public void moveTo(double offset) {
    if (moving != null) {
      moving.moveTo(offset);
    }
  }

  /**
   * Whether a wider picture is shown.
   *
   * @return false after {@link #show}
   */
  public boolean isMoving() {
    return moving != null;
  }

  private void rest() {
    getChildren().remove(moving);
    moving = null;
  }

  /**
   * The picture that is shown.
   *
   * @return the picture
   */
  public Picture picture() {
    return picture;
  }

  /**
   * Says what a click does.
   *
   * @param action is given what was met, {@link Target#NOTHING} for nothing
   */
  public void onClick(Consumer<Target> action) {
    clicked = action;
  }

  /**
   * Says what happens when the mouse moves over the picture.
   *
   * @param action is given what it meets, {@link Target#NOTHING} for nothing
   */
  public void onHover(Consumer<Target> action) {
    hovered = action;
  }

  /**
   * Says who lays the picture out anew when there is more or less room.
   *
   * @param action shows another picture
   */
  public void onResize(Runnable action) {
    resized = action;
  }

  private void meet(MouseEvent event, Consumer<Target> action, boolean meant) {
    if (meant && moving == null) {
      Target met = picture.at(event.getX(), event.getY()).orElse(Target.NOTHING);
      setCursor(met instanceof Target.Nothing ? Cursor.DEFAULT : Cursor.HAND);
      action.accept(met);
    }
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      resized.run();
      paint();
    }
  }

  private void paint() {
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      painter.paint(picture, canvas);
    }
  }
}
