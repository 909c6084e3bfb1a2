package paxoscope.trace;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets that never change. */
final class Sets {

  private Sets() {}

  /** A set and one more; the same set if it is there already. */
  static <T> Set<T> with(Set<T> some, T another) {
    if (some.contains(another)) {
      return some;
    }
    Set<T> more = new TreeSet<>(some);
    more.add(another);
    return Collections.unmodifiableSet(more);
  }
}
