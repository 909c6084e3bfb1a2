package paxoscope.ui.picture;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import paxoscope.picture.Picture;
import paxoscope.ui.model.Playback;

/**
 * Keeps a picture view true to a moment of a run: lays the picture out anew when the moment, the
 * room, the size of text or the theme changes. A view that is hidden is laid out when it is shown.
 */
public final class DiagramFrame {

  private static final double USUAL_FONT = 16;

  private final PictureView view;
  private final Layout layout;
  private boolean stale = true;

  /** Draws what is to be seen. */
  @FunctionalInterface
  public interface Layout {

    /**
     * Draws the present moment.
     *
     * @param width the width there is
     * @param height the height there is
     * @param font the usual size of text, in pixels
     * @return the drawing
     */
    Picture draw(double width, double height, double font);
  }

  /**
   * Begins to keep a view true.
   *
   * @param view where the picture is shown
   * @param playback the run and the moment
   * @param dark whether the dark theme is on
   * @param layout draws
   */
  public DiagramFrame(
      PictureView view, Playback playback, ObservableBooleanValue dark, Layout layout) {
    this.view = view;
    this.layout = layout;
    view.onResize(this::renew);
    playback.momentProperty().addListener((_, _, _) -> renew());
    playback.sizeProperty().addListener((_, _, _) -> renew());
    dark.addListener((_, _, isDark) -> view.setDark(isDark));
    view.setDark(dark.get());
    view.parentProperty()
        .addListener(
            (_, _, parent) -> parent.visibleProperty().addListener((_, _, _) -> renewIfStale()));
  }

  /** Draws again if something has changed while the view was hidden. */
  public void renewIfStale() {
    if (stale) {
      renew();
    }
  }

  /** Draws again, now if the view is to be seen, else when it is. */
  public void renew() {
    boolean seen = isShown() && view.getWidth() > 0 && view.getHeight() > 0;
    stale = !seen;
    if (seen) {
      view.show(layout.draw(view.getWidth(), view.getHeight(), font()));
    }
  }

  private boolean isShown() {
    Node node = view;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null && view.getParent() != null;
  }

  private double font() {
    Object size =
        view.getScene() == null
            ? null
            : view.getScene().getRoot().getProperties().get("paxoscope.fontSize");
    return size instanceof Double known ? known : USUAL_FONT;
  }
}
