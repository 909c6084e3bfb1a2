package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;

/**
 * Reads a box diagram as it stands in lecture notes: a row for each role, a cell for each column,
 * and roles and value names in place of servers and values.
 */
final class SlideTable {

  private SlideTable() {}

  static BoxDiagram of(
      String table, Map<String, ServerId> roles, Map<String, String> values, int roundOfB) {
    List<Box> boxes = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.split("\\|", -1);
      ServerId server = roles.get(cells[0].strip());
      for (int column = 1; column < cells.length; column++) {
        if (!cells[column].isBlank()) {
          boxes.add(box("t" + column, server, cells[column].strip(), roles, values, roundOfB));
        }
      }
    }
    return new BoxDiagram(boxes);
  }

  private static Box box(
      String column,
      ServerId server,
      String cell,
      Map<String, ServerId> roles,
      Map<String, String> values,
      int roundOfB) {
    boolean refused = cell.startsWith("x ");
    String[] words = (refused ? cell.substring(2) : cell).split(" ");
    String[] number = words[1].split("\\.");
    int round =
        number[0].startsWith("b")
            ? roundOfB + (number[0].length() > 1 ? Integer.parseInt(number[0].substring(2)) : 0)
            : Integer.parseInt(number[0]);
    boolean prepare = words[0].equals("P");
    return new Box(
        column,
        server,
        prepare ? 1 : 2,
        new ProposalNumber(round, roles.get(number[1])),
        prepare ? "" : values.get(words[2]),
        refused);
  }
}
