package paxoscope.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import paxoscope.command.ScenarioSource;
import paxoscope.files.OpenedRun;
import paxoscope.ui.model.NodeSource;

/**
 * What a window needs from outside.
 *
 * @param nodes the nodes to begin with
 * @param sizes what the user can choose instead, by the number of servers; empty for nodes that the
 *     program has not started
 * @param scenarios the scenarios
 * @param settings the file in which the user's settings are kept
 * @param runs the folder in which the last runs are kept
 * @param opened a recorded run to begin with: the nodes are then started when they are needed
 * @param scenario the file of a scenario to begin with
 */
public record WindowOptions(
    NodeSource nodes,
    Map<Integer, NodeSource> sizes,
    ScenarioSource scenarios,
    Path settings,
    Path runs,
    Optional<OpenedRun> opened,
    Optional<Path> scenario) {

  /** Keeps an own copy. */
  public WindowOptions {
    sizes = Map.copyOf(sizes);
  }

  /**
   * A window that begins without a scenario.
   *
   * @param nodes the nodes to begin with
   * @param sizes what the user can choose instead
   * @param scenarios the scenarios
   * @param settings the file in which the user's settings are kept
   * @param runs the folder in which the last runs are kept
   * @param opened a recorded run to begin with
   */
  public WindowOptions(
      NodeSource nodes,
      Map<Integer, NodeSource> sizes,
      ScenarioSource scenarios,
      Path settings,
      Path runs,
      Optional<OpenedRun> opened) {
    this(nodes, sizes, scenarios, settings, runs, opened, Optional.empty());
  }
}
