package paxoscope.ui.picture;

import javafx.scene.Node;
import paxoscope.picture.Picture;
import paxoscope.ui.fx.TextSize;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.QuorumLens;

/**
 * Keeps a picture view true to a moment of a run: lays the picture out anew when the moment, the
 * room, the size of text or the theme changes. A view that is hidden is laid out when it is shown.
 */
public final class DiagramFrame {

  private final PictureView view;
  private final QuorumLens lens;
  private final Layout layout;
  private final Fonts fonts = new Fonts();
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
   * @param page what is hidden and shown again, with the view in it
   * @param view where the picture is shown
   * @param playback the run and the moment
   * @param look how it looks
   * @param layout draws
   */
  public DiagramFrame(
      Node page, PictureView view, Playback playback, DiagramLook look, Layout layout) {
    this.view = view;
    this.lens = look.lens();
    this.layout = layout;
    view.onResize(this::renew);
    playback.momentProperty().addListener((_, _, _) -> renew());
    playback.sizeProperty().addListener((_, _, _) -> renew());
    lens.seenProperty().addListener((_, _, _) -> renew());
    look.dark().addListener((_, _, isDark) -> view.setDark(isDark));
    view.setDark(look.dark().get());
    page.visibleProperty().addListener((_, _, _) -> renewIfStale());
  }

  private void renewIfStale() {
    if (stale) {
      renew();
    }
  }

  /** Draws again, now if the view is to be seen, else when it is. */
  public void renew() {
    boolean seen = isShown() && view.getWidth() > 0 && view.getHeight() > 0;
    stale = !seen;
    if (seen) {
      view.show(lens.on(layout.draw(view.getWidth(), view.getHeight(), TextSize.of(view)), fonts));
    }
  }

  private boolean isShown() {
    Node node = view;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null && view.getParent() != null;
  }
}
