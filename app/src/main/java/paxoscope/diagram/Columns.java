package paxoscope.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;

/**
 * Gives each call its column, in the order in which the calls came.
 *
 * <p>Where the scenario names a column, the call stands there. Where it names none (a run that was
 * only observed, what is delivered at the end, a second copy of a message), a new column begins
 * whenever the kind or the number of the call changes, or the server has a box there already. A
 * scenario that goes on from an earlier one begins again with its first column, which is recognised
 * by a box that is there already.
 */
final class Columns {

  private record Cell(Column column, ServerId server) {}

  private record Call(int phase, ProposalNumber number) {}

  private final Map<String, Column> ofPart = new HashMap<>();
  private final Set<String> labels = new HashSet<>();
  private final Set<Cell> taken = new HashSet<>();
  private Optional<Column> unnamed = Optional.empty();
  private Optional<Call> unnamedCall = Optional.empty();
  private int highest;
  private int part;
  private int last;
  private int unnamedCount;

  Columns(Optional<BoxDiagram> reference) {
    reference.ifPresent(slide -> slide.boxes().forEach(this::reserve));
  }

  private void reserve(Box box) {
    highest = Math.max(highest, BoxDiagram.columnNumber(box.column()));
  }

  Column place(Box call) {
    Column column = call.column().isEmpty() ? afterLast(call) : named(call);
    taken.add(new Cell(column, call.server()));
    return column;
  }

  private Column named(Box call) {
    String name = call.column();
    int number = BoxDiagram.columnNumber(name);
    if (isTaken(ofPart.get(name), call)) {
      if (number >= last) {
        return afterLast(call);
      }
      part++;
      ofPart.clear();
      last = 0;
    }
    last = Math.max(last, number);
    highest = Math.max(highest, number);
    unnamed = Optional.empty();
    return ofPart.computeIfAbsent(name, _ -> Column.ofScenario(label(name), name, part));
  }

  private boolean isTaken(Column column, Box call) {
    return column != null && taken.contains(new Cell(column, call.server()));
  }

  private Column afterLast(Box call) {
    Call kind = new Call(call.phase(), call.number());
    boolean goesOn =
        unnamedCall.equals(Optional.of(kind))
            && unnamed.filter(column -> !isTaken(column, call)).isPresent();
    if (!goesOn) {
      unnamed = Optional.of(new Column(label(""), "", part, last, ++unnamedCount));
      unnamedCall = Optional.of(kind);
    }
    return unnamed.orElseThrow();
  }

  private String label(String name) {
    String label = name;
    if (name.isEmpty() || !labels.add(name)) {
      highest++;
      label = "t" + highest;
      labels.add(label);
    }
    return label;
  }
}
