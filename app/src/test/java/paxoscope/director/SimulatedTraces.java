package paxoscope.director;

import java.util.Map;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;

/** Runs without processes, for tests of what is made of a run. */
public final class SimulatedTraces {

  private SimulatedTraces() {}

  /** A scenario that comes with the program, played to its end. */
  public static Trace of(String scenario, Map<String, String> arguments) {
    return of(scenario, arguments, Integer.MAX_VALUE);
  }

  /** So many steps of a scenario that comes with the program. */
  public static Trace of(String scenario, Map<String, String> arguments, int steps) {
    Scenario found = ScenarioLibrary.load().find(scenario).orElseThrow();
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.start(found, arguments);
      while (run.trace().size() < steps && run.next().isPresent()) {
        run.step();
      }
      return new RecordedTrace(run.trace().header(), run.trace().steps());
    }
  }

  /** A run in which chance decides, with losses, copies and crashes. */
  public static Trace random(int servers, long seed, int steps) {
    return random(servers, seed, steps, Integer.MAX_VALUE);
  }

  /**
   * A run in which all servers propose until so many messages wait, and then so many of them
   * arrive, in the order of their sending.
   */
  public static Trace crowded(int servers, int waiting, int arriving) {
    DecidedRun run = new DecidedRun(servers);
    for (int i = 0; run.now().held().size() < waiting; i++) {
      run.propose(new ServerId(1 + i % servers), 1);
    }
    for (int i = 0; i < arriving; i++) {
      run.deliver(
          run.now().held().stream()
              .filter(item -> item.content().leg() != Leg.TIMER)
              .findFirst()
              .orElseThrow());
    }
    return run.trace;
  }

  /**
   * The same as {@link #random(int, long, int)}, and servers are paused and links cut: one such
   * fault in so many steps.
   */
  public static Trace random(int servers, long seed, int steps, int faultEvery) {
    RandomRun run = new RandomRun(servers, seed);
    for (int i = 1; i <= steps; i++) {
      if (i % faultEvery == 0) {
        run.fault();
      } else {
        run.step();
      }
    }
    return run.trace;
  }
}
