package paxoscope.director;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Drives one cluster: at most one run at a time. */
public interface Director extends AutoCloseable {

  /**
   * The cluster that is driven.
   *
   * @return the port
   */
  Cluster cluster();

  /**
   * Ends the run under way, if any, restarts the nodes (unless the scenario keeps them), takes the
   * gates and makes ready to play.
   *
   * @param scenario the scenario
   * @param arguments its parameters by name, as text; those left out have their defaults
   * @return the run, before its first step
   * @throws IllegalArgumentException with one clear line if an argument is wrong
   * @throws ClusterException if a node cannot be driven, or if the nodes are kept and are not all
   *     in one run
   */
  LiveRun start(Scenario scenario, Map<String, String> arguments);

  /**
   * Ends the run under way, if any, restarts the nodes and takes the gates, and then waits for what
   * it is asked for.
   *
   * @param a the server whose proposals are drawn as A's
   * @param b the server whose proposals are drawn as B's
   * @return the run, before its first step
   * @throws ClusterException if a node cannot be driven
   */
  FreeRun free(ServerId a, ServerId b);

  /**
   * Ends the run under way, if any, lets every server forget everything, and brings the nodes to a
   * recorded moment by taking its decisions again, the state compared with the record after each
   * step. The gates stay held: the run goes on from there when its next step is taken. A free run
   * is one again, and waits there for what it is asked for.
   *
   * @param record a run of a cluster of the same size
   * @param step the moment, 0 to the size of the record
   * @param scenario the scenario that the record was made by, to go on with; empty if none is known
   * @param goOn is asked before each step, and told how many have been taken; the run stays where
   *     it is once this says no
   * @return the run at that moment, or where it was stopped or began to differ from the record
   * @throws IllegalArgumentException with one clear line if the record is of another cluster
   * @throws ClusterException if a node cannot be driven
   */
  ContinuedRun continueFrom(Trace record, int step, Optional<Scenario> scenario, IntPredicate goOn);

  /**
   * The same, without a stop on the way.
   *
   * @param record a run of a cluster of the same size
   * @param step the moment, 0 to the size of the record
   * @param scenario the scenario that the record was made by, to go on with; empty if none is known
   * @return the run at that moment, or where it began to differ from the record
   */
  default ContinuedRun continueFrom(Trace record, int step, Optional<Scenario> scenario) {
    return continueFrom(record, step, scenario, _ -> true);
  }

  /**
   * The run under way or the last one.
   *
   * @return the run; empty before the first
   */
  Optional<LiveRun> current();

  /**
   * The record of what is going on now, whether directed or only observed.
   *
   * @return the trace that grows
   */
  Trace trace();

  /**
   * Ends the run under way and lets every server forget everything. A new, empty trace begins.
   *
   * @return those that are down: they still remember, and forget when they come back, as long as
   *     this director lives
   */
  Set<ServerId> restart();

  /**
   * Kills a server, as a step of the trace.
   *
   * @param server the server
   * @return the step
   */
  TraceStep crash(ServerId server);

  /**
   * Starts a server again, as a step of the trace.
   *
   * @param server the server
   * @return the step
   */
  TraceStep recover(ServerId server);

  /**
   * Asks to be told whenever a trace has grown, a new one has begun, or a node has gone or come
   * back. Called from any thread; the listener must be quick.
   *
   * @param listener what to call
   */
  void onChange(Runnable listener);

  @Override
  void close();
}
