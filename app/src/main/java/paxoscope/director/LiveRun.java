package paxoscope.director;

import java.util.List;
import java.util.Optional;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * A run that is being played on the nodes. One thread at a time calls {@link #step}; the rest may
 * be asked from any thread.
 */
public interface LiveRun {

  /**
   * What is planned next, so that an arrow can fly before it is delivered.
   *
   * @param decision the decision
   * @param subject the message or timer it is about
   * @param column the column of the box diagram; empty text for none
   * @param caption the scenario's own words for the step; empty text for none
   */
  record Planned(Decision decision, Optional<Outbound> subject, String column, String caption) {

    /**
     * The same without the scenario's words.
     *
     * @return the plan
     */
    Planned uncaptioned() {
      return new Planned(decision, subject, column, "");
    }
  }

  /**
   * What a client was told.
   *
   * @param server who answered
   * @param port the port it listens on
   * @param reply the answer
   */
  record ClientReply(ServerId server, int port, ProposeReply reply) {}

  /**
   * The record so far. Grows with every step.
   *
   * @return the trace
   */
  Trace trace();

  /**
   * What the next step will do.
   *
   * @return the plan; empty at the end of the scenario
   */
  Optional<Planned> next();

  /**
   * Takes the next step and waits until the nodes have carried it out and told what happened. If
   * others have done something since that changes what comes next, nothing is carried out.
   *
   * @return the step, now part of the trace; the first one of the others in that case
   * @throws ClusterException if the step cannot be taken; the run can be ended or restarted
   */
  TraceStep step();

  /**
   * Whether the scenario can go on without end until it is cured.
   *
   * @return true while {@link #cure} makes sense
   */
  boolean curable();

  /** Lets both proposers of a livelock wait a random time from now on. */
  void cure();

  /**
   * The same, with waits that are less random. May be said again while that does not end it.
   *
   * @param randomness how much of a wait is drawn, 0 to 100 per cent; the rest is the same for both
   */
  default void cure(int randomness) {
    cure();
  }

  /**
   * The answers that clients have got so far, in the order in which they came.
   *
   * @return the answers
   */
  List<ClientReply> replies();

  /**
   * The steps of its script that found nothing to do, or not all, so far. A step that is repeated
   * is one of them only if it never found anything.
   *
   * @return the steps in their order
   */
  default List<PassedOver> passedOver() {
    return List.of();
  }

  /**
   * The step of its script that the next decision comes from.
   *
   * @return the step; empty at the end, and for what no script says
   */
  default Optional<ScriptStep> scriptStep() {
    return Optional.empty();
  }

  /**
   * Ends the run cleanly: delivers what is left and opens the gates. Does nothing the second time.
   */
  void end();
}
