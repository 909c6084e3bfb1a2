package paxoscope.rpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The connections to one server that wait for the next call. Safe for many threads at once. */
final class IdleConnections {

  private static final int MOST = 16;

  // The one that was used last comes first: the others grow old, and are closed from the end.
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes one out.
   *
   * @return a connection that a call can be sent into now; empty if there is none
   */
  synchronized Optional<Connection> take() {
    while (!idle.isEmpty()) {
      Connection connection = idle.pop();
      if (connection.isFresh()) {
        return Optional.of(connection);
      }
      connection.close();
    }
    return Optional.empty();
  }

  /**
   * Keeps one for the next call, or closes it.
   *
   * @param connection one whose last response was read to its end
   */
  synchronized void keep(Connection connection) {
    if (closed || !connection.isReusable()) {
      connection.close();
      return;
    }
    idle.push(connection);
    while (idle.size() > MOST || idle.getLast().isOld()) {
      idle.removeLast().close();
    }
  }

  /** Closes them, and whatever is to be kept later. */
  synchronized void close() {
    closed = true;
    idle.forEach(Connection::close);
    idle.clear();
  }
}
