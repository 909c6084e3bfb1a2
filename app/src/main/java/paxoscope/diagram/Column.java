package paxoscope.diagram;

import java.util.Comparator;
import paxoscope.trace.BoxDiagram;

/**
 * A column of the box diagram. The scenario names most of them. A call that it puts in none gets a
 * column of its own, after the last one that was begun.
 *
 * @param label what stands above it; no two columns of a run have the same
 * @param name the scenario's name for it; empty text if the scenario has none
 * @param part how many scenarios have gone on from where an earlier one had left the nodes: each
 *     begins with its own first column
 * @param number its place among the scenario's columns
 * @param after 0 for the scenario's own column; else which of those that follow it
 */
public record Column(String label, String name, int part, int number, int after)
    implements Comparable<Column> {

  private static final Comparator<Column> LEFT_TO_RIGHT =
      Comparator.comparingInt(Column::part)
          .thenComparingInt(Column::number)
          .thenComparingInt(Column::after)
          .thenComparing(Column::label);

  static Column ofScenario(String label, String name, int part) {
    return new Column(label, name, part, BoxDiagram.columnNumber(name), 0);
  }

  @Override
  public int compareTo(Column other) {
    return LEFT_TO_RIGHT.compare(this, other);
  }
}
