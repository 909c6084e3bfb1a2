package paxoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.StoredScenarios;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import paxoscope.files.ScenarioLibrary;
import paxoscope.files.UserFolders;
import paxoscope.scenario.ScenarioException;
import paxoscope.ui.PaxoscopeWindow;
import paxoscope.ui.WindowOptions;
import paxoscope.ui.model.NodeSource;

/** Opens the window, on live nodes or on a recorded run. */
final class WindowStart {

  private static final System.Logger LOG = System.getLogger(WindowStart.class.getName());

  private WindowStart() {}

  /**
   * Opens the window and waits until it is closed.
   *
   * @param cluster which nodes to work with
   * @param file a recorded run, or a scenario, to begin with; empty to begin with the nodes
   * @return the exit code
   */
  static int open(ClusterOptions cluster, Optional<Path> file) {
    ClusterChoice choice = cluster.choice();
    List<Integer> ports = portsOf(cluster, choice);
    Optional<OpenedRun> run;
    Optional<Path> scenario = file.filter(path -> !RunFile.isRun(path));
    try {
      run = file.filter(RunFile::isRun).map(OpenedRun::read);
      // The window reads it again; who has mistyped its name is told here.
      scenario.ifPresent(ScenarioLibrary::text);
    } catch (RunFileException | ScenarioException wrong) {
      return StandardOutput.complain(wrong);
    }
    try (OpenClusters clusters = new OpenClusters()) {
      NodeSource nodes = new NodeSource(ports, () -> open(clusters, choice));
      Map<Integer, NodeSource> sizes = sizes(clusters, choice);
      // A recorded run needs no nodes: they are started when somebody goes back to live ones.
      return run.isPresent()
          ? show(nodes, sizes, run, Optional.empty())
          : showWithNodes(nodes, sizes, scenario);
    } catch (UnsupportedOperationException noDisplay) {
      System.err.println(
          "paxoscope: No display was found ("
              + noDisplay.getMessage()
              + "): use paxoscope console, which needs none.");
      return 1;
    }
  }

  private static Map<Integer, NodeSource> sizes(OpenClusters clusters, ClusterChoice choice) {
    Map<Integer, NodeSource> sizes = new TreeMap<>();
    if (choice instanceof ClusterChoice.Own own) {
      for (int servers = ClusterChoice.FEWEST; servers <= ClusterChoice.MOST; servers++) {
        addSize(sizes, own, servers, clusters);
      }
    }
    return sizes;
  }

  private static void addSize(
      Map<Integer, NodeSource> sizes, ClusterChoice.Own own, int servers, OpenClusters clusters) {
    try {
      ClusterChoice.Own other = own.resized(servers);
      sizes.put(servers, new NodeSource(other.ports(), () -> open(clusters, other)));
    } catch (IllegalArgumentException noMorePorts) {
      LOG.log(System.Logger.Level.DEBUG, "not to be had: " + servers + " servers", noMorePorts);
    }
  }

  private static int showWithNodes(
      NodeSource nodes, Map<Integer, NodeSource> sizes, Optional<Path> scenario) {
    try (Early<Director> early = new Early<>(nodes.open())) {
      return show(new NodeSource(nodes.ports(), early), sizes, Optional.empty(), scenario);
    }
  }

  private static int show(
      NodeSource nodes,
      Map<Integer, NodeSource> sizes,
      Optional<OpenedRun> run,
      Optional<Path> scenario) {
    UserFolders folders = UserFolders.ofThisUser();
    return PaxoscopeWindow.open(
        new WindowOptions(
            nodes,
            sizes,
            new StoredScenarios(ScenarioLibrary.load()),
            folders.settings().resolve("settings.properties"),
            folders.runs(),
            run,
            scenario));
  }

  private static List<Integer> portsOf(ClusterOptions cluster, ClusterChoice choice) {
    try {
      return choice.ports();
    } catch (IllegalArgumentException wrong) {
      throw cluster.wrong(wrong.getMessage());
    }
  }

  // The window shows one kind of failure, whatever was wrong.
  private static Director open(OpenClusters clusters, ClusterChoice choice) {
    try {
      return clusters.open(choice);
    } catch (IllegalArgumentException wrong) {
      throw new ClusterException(wrong.getMessage(), wrong);
    }
  }
}
