package paxoscope.app;

import java.util.concurrent.atomic.AtomicBoolean;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.ScenarioSource;
import paxoscope.command.StoredScenarios;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.files.ScenarioLibrary;

/**
 * The joined parts of a program without a window. Closes them also when it is ended from outside.
 */
final class OpenProgram implements AutoCloseable {

  private final Director director;
  private final ScenarioSource scenarios;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OpenProgram(Director director, ScenarioSource scenarios) {
    this.director = director;
    this.scenarios = scenarios;
  }

  /**
   * Starts or finds the nodes and joins what works with them.
   *
   * @param choice which nodes
   * @return the program
   */
  static OpenProgram open(ClusterChoice choice) {
    Cluster cluster = choice.open();
    OpenProgram program =
        new OpenProgram(new ClusterDirector(cluster), new StoredScenarios(ScenarioLibrary.load()));
    Runtime.getRuntime().addShutdownHook(new Thread(program::close, "end-of-program"));
    return program;
  }

  Director director() {
    return director;
  }

  ScenarioSource scenarios() {
    return scenarios;
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      director.close();
      director.cluster().close();
    }
  }
}
