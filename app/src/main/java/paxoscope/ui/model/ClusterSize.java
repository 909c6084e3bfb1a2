package paxoscope.ui.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paxoscope.ui.words.UiText;

/**
 * How many servers the window works with, and the choice of another number. Does not end or start
 * nodes: whoever listens to the property does. To be used on the window's thread only.
 */
public final class ClusterSize {

  private final ControlDesk desk;
  private final Map<Integer, NodeSource> sizes;
  private final ReadOnlyObjectWrapper<NodeSource> nodes;

  /**
   * Begins with some nodes.
   *
   * @param desk asks the user
   * @param first the nodes to begin with
   * @param sizes those that can be had instead, by their number; empty if these are not the
   *     program's own
   */
  public ClusterSize(ControlDesk desk, NodeSource first, Map<Integer, NodeSource> sizes) {
    this.desk = desk;
    this.sizes = new TreeMap<>(sizes);
    this.nodes = new ReadOnlyObjectWrapper<>(first);
  }

  /**
   * The numbers of servers that can be had.
   *
   * @return in ascending order; none if the number is given
   */
  public List<Integer> choices() {
    return List.copyOf(sizes.keySet());
  }

  /**
   * Asks, then changes the number of servers.
   *
   * @param servers one of the choices
   */
  public void ask(int servers) {
    NodeSource wanted = sizes.get(servers);
    if (wanted.ports().size() != nodes.get().ports().size()) {
      desk.playback().pause();
      desk.ask(
          UiText.of("ask.servers", servers),
          UiText.of("ask.servers.yes", servers),
          () -> desk.whenIdle(() -> nodes.set(wanted)));
    }
  }

  /**
   * The nodes to work with.
   *
   * @return the property; never null
   */
  public ReadOnlyObjectProperty<NodeSource> nodesProperty() {
    return nodes.getReadOnlyProperty();
  }
}
