package paxoscope.ui.picture;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import paxoscope.picture.Picture;

/**
 * A picture that is wider than the room there is and moves under it. It is painted once, tile by
 * tile as they come into sight: to move what is painted costs a small part of painting it.
 */
final class MovingPicture extends Pane {

  // So narrow that one is painted within a frame, also where thousands of arrows are in sight.
  private static final double TILE = 80;

  private final Picture moving;
  private final PicturePainter painter;
  private final Group tiles = new Group();
  private final Map<Integer, Canvas> painted = new HashMap<>();
  private double offset = Double.NaN;

  /**
   * A picture at no place yet.
   *
   * @param moving what moves
   * @param standing what stays; at its left it covers what moves
   * @param left how far it is covered at the left
   * @param top how far down there is more that stays, on what moves
   * @param painter paints both
   */
  MovingPicture(Picture moving, Picture standing, double left, double top, PicturePainter painter) {
    this.moving = moving;
    this.painter = painter;
    setMouseTransparent(true);
    setManaged(false);
    resize(standing.width(), standing.height());
    setClip(new Rectangle(standing.width(), standing.height()));
    Canvas side = new Canvas(left, standing.height());
    painter.paint(standing, side);
    Canvas head = new Canvas(standing.width(), top);
    painter.over(standing, head);
    getChildren().addAll(tiles, head, side);
  }

  /**
   * Moves it.
   *
   * @param to which place of the moving picture is at the left edge
   */
  void moveTo(double to) {
    int first = tileAt(to);
    int last = tileAt(to + getWidth());
    int before = painted.size();
    for (int tile = first; tile <= last; tile++) {
      paint(tile);
    }
    if (painted.size() == before) {
      // One at a time, before it is needed: no frame has to paint several.
      paint(to < offset ? first - 1 : last + 1);
    }
    offset = to;
    stand(to);
  }

  /**
   * Paints one of the tiles that would be in sight at a place, before it is there.
   *
   * @param at which place of the moving picture would be at the left edge
   * @return whether all of them are painted now
   */
  boolean paintAhead(double at) {
    int last = tileAt(at + getWidth());
    int next = tileAt(at);
    while (next <= last && (isBeyond(next) || painted.containsKey(next))) {
      next++;
    }
    paint(next);
    stand(at);
    return next >= last;
  }

  // Between two pixels the tiles would show their edges.
  private void stand(double at) {
    tiles.setTranslateX(-Math.rint(at));
  }

  private static int tileAt(double x) {
    return (int) Math.floor(x / TILE);
  }

  private boolean isBeyond(int tile) {
    return tile < 0 || tile > tileAt(moving.width());
  }

  private void paint(int tile) {
    if (isBeyond(tile) || painted.containsKey(tile)) {
      return;
    }
    Canvas canvas = new Canvas(TILE, getHeight());
    canvas.setLayoutX(tile * TILE);
    painter.part(moving, tile * TILE, canvas);
    painted.put(tile, canvas);
    tiles.getChildren().add(canvas);
  }
}
