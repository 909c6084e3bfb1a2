package paxoscope.ui.model;

import java.util.List;
import java.util.function.Supplier;
import paxoscope.director.Director;

/**
 * Nodes that a window can work with.
 *
 * @param ports where they listen or shall listen, in ascending order of the servers
 * @param open starts or finds them and gives who drives them; called away from the window's thread,
 *     and again when the user wants to try once more. Throws a {@code ClusterException} with one
 *     clear line if that fails
 */
public record NodeSource(List<Integer> ports, Supplier<Director> open) {

  /** Keeps an own copy. */
  public NodeSource {
    ports = List.copyOf(ports);
  }
}
