package paxoscope.protocol;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Remembers a whole number for each pair of small whole numbers, computed when first asked for. */
final class PairTable {
  private static final int UNKNOWN = -1;

  private final IntBinaryOperator function;
  private int[][] rows = new int[0][];

  /**
   * A table of a function.
   *
   * @param function gives 0 or more
   */
  PairTable(IntBinaryOperator function) {
    this.function = function;
  }

  int get(int row, int column) {
    if (row >= rows.length) {
      int before = rows.length;
      rows = Arrays.copyOf(rows, Math.max(row + 1, 2 * before));
      Arrays.fill(rows, before, rows.length, new int[0]);
    }
    if (column >= rows[row].length) {
      int before = rows[row].length;
      rows[row] = Arrays.copyOf(rows[row], Math.max(column + 1, 2 * before));
      Arrays.fill(rows[row], before, rows[row].length, UNKNOWN);
    }
    if (rows[row][column] == UNKNOWN) {
      int result = function.applyAsInt(row, column);
      rows[row][column] = result;
    }
    return rows[row][column];
  }
}
