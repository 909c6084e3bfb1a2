package paxoscope.director;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.ClusterState;

/**
 * The columns of the box diagram of a run that no scenario has laid out: the requests of one phase
 * of one proposal stand in one column as long as nothing comes between them.
 */
final class FreeColumns {

  private final Set<ServerId> reached = new TreeSet<>();
  private Optional<Outbound> last = Optional.empty();
  private int column;

  /** The column of what arrives next; empty text for what makes no box. */
  String of(Outbound item, ClusterState state) {
    boolean makesBox = makesBox(item) && state.server(item.to()).alive();
    return makesBox ? "t" + (continues(item) ? column : column + 1) : "";
  }

  private static boolean makesBox(Outbound item) {
    return item.kind() == Outbound.Kind.PREPARE || item.kind() == Outbound.Kind.ACCEPT;
  }

  private boolean continues(Outbound item) {
    return last.filter(before -> before.kind() == item.kind())
            .filter(before -> before.number().equals(item.number()))
            .isPresent()
        && !reached.contains(item.to());
  }

  /** Something has arrived, and its box stands in the column that was planned for it. */
  void taken(LiveRun.Planned planned) {
    if (planned.column().isEmpty() || planned.subject().isEmpty()) {
      return;
    }
    Outbound item = planned.subject().get();
    if (!makesBox(item)) {
      return;
    }
    if (!continues(item)) {
      reached.clear();
    }
    column = Math.max(column, BoxDiagram.columnNumber(planned.column()));
    last = Optional.of(item);
    reached.add(item.to());
  }
}
