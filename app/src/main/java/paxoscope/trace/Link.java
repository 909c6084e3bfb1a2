package paxoscope.trace;

import java.util.Comparator;
import paxoscope.protocol.ServerId;

/**
 * The way of messages from one server to another, in this direction only.
 *
 * @param from who sends
 * @param to who receives
 */
public record Link(ServerId from, ServerId to) implements Comparable<Link> {

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::from).thenComparing(Link::to);

  /** Joins two servers: what a server says to itself goes over no network. */
  public Link {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "There is no link from %s to itself: name two servers.".formatted(from));
    }
  }

  /**
   * The other direction.
   *
   * @return from the receiver to the sender
   */
  public Link back() {
    return new Link(to, from);
  }

  @Override
  public int compareTo(Link other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return from + " > " + to;
  }
}
