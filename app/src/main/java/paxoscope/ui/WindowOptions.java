package paxoscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import paxoscope.command.ScenarioSource;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;

/**
 * What a window needs from outside.
 *
 * @param nodes starts or finds the nodes and gives who drives them; called away from the window's
 *     thread, and again when the user wants to try once more. Throws a {@code ClusterException}
 *     with one clear line if that fails
 * @param ports where the nodes listen or shall listen, in ascending order of the servers
 * @param scenarios the scenarios
 * @param settings the file in which the user's settings are kept
 * @param runs the folder in which the last runs are kept
 * @param opened a recorded run to begin with: the nodes are then started when they are needed
 */
public record WindowOptions(
    Supplier<Director> nodes,
    List<Integer> ports,
    ScenarioSource scenarios,
    Path settings,
    Path runs,
    Optional<OpenedRun> opened) {

  /** Keeps an own copy. */
  public WindowOptions {
    ports = List.copyOf(ports);
  }
}
