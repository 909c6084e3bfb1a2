package paxoscope.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import paxoscope.cluster.ClusterChoice;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;

/**
 * The clusters that this program has opened. Closes them when it ends, also when it is ended from
 * outside: the gates open, and the program's own nodes and their folders go.
 */
final class OpenClusters implements AutoCloseable {

  private final List<Director> directors = new CopyOnWriteArrayList<>();

  /** Sees to it that nothing stays open when the process is told to end. */
  OpenClusters() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-program"));
  }

  /**
   * Starts or finds the nodes, and makes who drives them.
   *
   * @param choice which nodes
   * @return the director
   * @throws IllegalArgumentException with one clear line if an address or a port is wrong
   * @throws ClusterException with one clear line if the nodes do not start or do not answer
   */
  Director open(ClusterChoice choice) {
    Cluster cluster = choice.open();
    Director director = new ClusterDirector(cluster);
    directors.add(director);
    return director;
  }

  @Override
  public synchronized void close() {
    for (Director director : directors) {
      director.close();
      director.cluster().close();
    }
    directors.clear();
  }
}
