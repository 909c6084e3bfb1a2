package paxoscope.trace;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import paxoscope.protocol.ServerId;

/**
 * The changes of a server until a moment, oldest first. Looks a change up when it is asked for, and
 * so costs nothing for those that nobody looks at.
 */
public final class ServerHistory extends AbstractList<ServerChange> implements RandomAccess {

  private final Trace trace;
  private final ServerId server;
  private final List<Integer> steps;

  /**
   * The history of a server.
   *
   * @param trace the run
   * @param server the server
   * @param cursor until which moment
   */
  public ServerHistory(Trace trace, ServerId server, int cursor) {
    this.trace = trace;
    this.server = server;
    this.steps = trace.changesOf(server, cursor);
  }

  @Override
  public ServerChange get(int place) {
    int step = steps.get(place);
    return ServerChange.in(trace.step(step), step, trace.at(step - 1).server(server))
        .get(place - firstOf(step, place));
  }

  private int firstOf(int step, int place) {
    int first = place;
    while (first > 0 && steps.get(first - 1) == step) {
      first--;
    }
    return first;
  }

  @Override
  public int size() {
    return steps.size();
  }

  @Override
  public int indexOf(Object wanted) {
    if (!(wanted instanceof ServerChange change)) {
      return -1;
    }
    int found = Collections.binarySearch(steps, change.step());
    if (found < 0) {
      return -1;
    }
    for (int i = firstOf(change.step(), found);
        i < steps.size() && steps.get(i) == change.step();
        i++) {
      if (get(i).equals(change)) {
        return i;
      }
    }
    return -1;
  }
}
