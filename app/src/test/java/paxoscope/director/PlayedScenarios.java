package paxoscope.director;

import java.util.Map;
import paxoscope.files.ScenarioLibrary;
import paxoscope.trace.Trace;

/** Whole runs of the program's scenarios, on participants without processes. */
public final class PlayedScenarios {

  private PlayedScenarios() {}

  /**
   * Plays a scenario to its end.
   *
   * @param name its name
   * @param arguments its parameters; those left out have their defaults
   * @return the run
   */
  public static Trace play(String name, Map<String, String> arguments) {
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.start(ScenarioLibrary.load().find(name).orElseThrow(), arguments);
      while (run.next().isPresent()) {
        run.step();
      }
      return run.trace();
    }
  }
}
