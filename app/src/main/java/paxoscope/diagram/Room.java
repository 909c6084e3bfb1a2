package paxoscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which places of a drawing are taken, so that nothing is written over anything. */
final class Room {

  private static final double CELL = 64;

  private record Cell(int column, int row) {}

  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final Map<Cell, List<TurnedBox>> taken = new HashMap<>();
  private final List<Way> ways = new ArrayList<>();

  /** An empty room with these edges. */
  Room(double left, double top, double right, double bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  void take(TurnedBox box) {
    for (Cell cell : cells(box)) {
      taken.computeIfAbsent(cell, _ -> new ArrayList<>()).add(box);
    }
  }

  /** A line runs there: text may cross it if it must. */
  void pass(Way way) {
    ways.add(way);
  }

  boolean isFree(TurnedBox box) {
    if (!box.isWithin(left, top, right, bottom)) {
      return false;
    }
    for (Cell cell : cells(box)) {
      for (TurnedBox other : taken.getOrDefault(cell, List.of())) {
        if (box.overlaps(other)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The lines that come near a stretch. */
  List<Way> waysNear(double fromX, double fromY, double toX, double toY) {
    List<Way> near = new ArrayList<>();
    for (Way way : ways) {
      if (Math.min(way.x1(), way.x2()) <= toX
          && Math.max(way.x1(), way.x2()) >= fromX
          && Math.min(way.y1(), way.y2()) <= toY
          && Math.max(way.y1(), way.y2()) >= fromY) {
        near.add(way);
      }
    }
    return near;
  }

  private static List<Cell> cells(TurnedBox box) {
    int fromColumn = (int) Math.floor((box.x() - box.reachX()) / CELL);
    int toColumn = (int) Math.floor((box.x() + box.reachX()) / CELL);
    int fromRow = (int) Math.floor((box.y() - box.reachY()) / CELL);
    int toRow = (int) Math.floor((box.y() + box.reachY()) / CELL);
    List<Cell> cells = new ArrayList<>();
    for (int column = fromColumn; column <= toColumn; column++) {
      for (int row = fromRow; row <= toRow; row++) {
        cells.add(new Cell(column, row));
      }
    }
    return cells;
  }
}
