package paxoscope.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Small unmodifiable sets of servers, in ascending order so that equal runs print equally. */
final class ServerSets {

  private ServerSets() {}

  static Set<ServerId> copyOf(Collection<ServerId> servers) {
    return Collections.unmodifiableSet(new TreeSet<>(servers));
  }

  static Set<ServerId> with(Set<ServerId> servers, ServerId one) {
    TreeSet<ServerId> copy = new TreeSet<>(servers);
    copy.add(one);
    return Collections.unmodifiableSet(copy);
  }

  static Set<ServerId> without(Set<ServerId> servers, ServerId one) {
    TreeSet<ServerId> copy = new TreeSet<>(servers);
    copy.remove(one);
    return Collections.unmodifiableSet(copy);
  }
}
