package paxoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import paxoscope.cluster.ClusterChoice;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.files.RunRecorder;

/**
 * The clusters that this program has opened. Closes them when it ends, also when it is ended from
 * outside: the gates open, and the program's own nodes and their folders go.
 */
final class OpenClusters implements AutoCloseable {

  private final List<Director> directors = new CopyOnWriteArrayList<>();
  private final List<RunRecorder> recorders = new CopyOnWriteArrayList<>();

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

  /**
   * Keeps the last runs of a cluster in files from now on.
   *
   * @param director who drives it
   * @param folder where to keep them
   * @param complain takes one clear line when a run cannot be kept
   */
  void keepRuns(Director director, Path folder, Consumer<String> complain) {
    RunRecorder recorder = new RunRecorder(folder, director::trace, complain);
    recorders.add(recorder);
    director.onChange(recorder::catchUp);
  }

  @Override
  public synchronized void close() {
    for (Director director : directors) {
      director.close();
      director.cluster().close();
    }
    directors.clear();
    recorders.forEach(RunRecorder::close);
    recorders.clear();
  }
}
