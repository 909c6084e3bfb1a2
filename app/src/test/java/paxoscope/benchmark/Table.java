package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as text whose columns stand below each other. */
final class Table {

  private static final List<String> HEADINGS = List.of("what", "figure", "aim", "met");
  private static final String GAP = "   ";

  private Table() {}

  static String of(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
    rows.forEach(row -> lines.add(List.of(row.what(), row.figure(), row.aim(), met(row))));
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < HEADINGS.size(); i++) {
      int column = i;
      widths.add(lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0));
    }
    lines.add(1, widths.stream().map("-"::repeat).toList());
    return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String met(Row row) {
    return row.met().map(met -> met ? "yes" : "NO").orElse("");
  }

  private static String aligned(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(widths.get(i) - cells.get(i).length()));
      line.append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
