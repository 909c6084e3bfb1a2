package paxoscope.trace;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import paxoscope.protocol.ServerId;

/**
 * The messages that a server has sent or was sent until a moment, newest first, as they are known
 * at the end of the run. Looks a message up when it is asked for.
 */
public final class ServerMessages extends AbstractList<Passage> implements RandomAccess {

  private final Trace trace;
  private final ServerId server;
  private final List<Integer> serials;

  /**
   * The messages of a server.
   *
   * @param trace the run
   * @param server the server
   * @param cursor until which moment
   */
  public ServerMessages(Trace trace, ServerId server, int cursor) {
    this.trace = trace;
    this.server = server;
    this.serials = trace.messagesOf(server, cursor);
  }

  @Override
  public Passage get(int place) {
    return trace.passage(serials.get(mirrored(place)));
  }

  private int mirrored(int place) {
    return serials.size() - 1 - place;
  }

  @Override
  public int size() {
    return serials.size();
  }

  @Override
  public int indexOf(Object wanted) {
    if (!(wanted instanceof Passage passage)) {
      return -1;
    }
    int found = Collections.binarySearch(serials, passage.serial());
    return found < 0 ? -1 : mirrored(found);
  }

  /**
   * Whether another list is the same, without a look at what is in it.
   *
   * @param other another list
   * @return true if it has as many messages of the same server in the same run
   */
  public boolean isSameAs(ServerMessages other) {
    // The messages until a moment are the beginning of those until a later one.
    return trace == other.trace && server.equals(other.server) && size() == other.size();
  }
}
