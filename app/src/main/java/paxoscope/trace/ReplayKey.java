package paxoscope.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * What of a step must come again when the same decisions are taken on fresh nodes. Times, ids of
 * gates and runs, incarnations, places in journals, ports, and the words that a scenario or a node
 * adds are left out: two steps are the same if their keys are equal.
 *
 * @param decision what was decided; of a restart, not the new run's id
 * @param outcome what became of it
 * @param events what the nodes told
 */
public record ReplayKey(Decision decision, TraceStep.Outcome outcome, List<Told> events) {

  /** Keeps an own copy. */
  public ReplayKey {
    events = List.copyOf(events);
  }

  /**
   * What must come again of an event.
   *
   * @param node where it happened
   * @param kind what happened
   * @param message the message or timer it happened to
   * @param value the value it tells of
   * @param promised what the node has promised then
   * @param accepted what it has accepted then
   * @param committed what it was told is chosen
   * @param fileContents what its file holds then
   * @param rulesOff the rules that are switched off
   */
  public record Told(
      ServerId node,
      NodeEvent.Kind kind,
      Optional<Outbound> message,
      Optional<Value> value,
      Optional<ProposalNumber> promised,
      Optional<Proposal> accepted,
      Optional<Proposal> committed,
      String fileContents,
      Set<Rule> rulesOff) {

    private static Told of(NodeEvent event) {
      NodeState state = event.state();
      return new Told(
          event.node(),
          event.kind(),
          event.message(),
          event.value(),
          state.promised(),
          state.accepted(),
          state.committed(),
          state.fileContents(),
          state.rulesOff());
    }
  }

  /**
   * The key of a step.
   *
   * @param step the step
   * @return what must come again of it
   */
  public static ReplayKey of(TraceStep step) {
    return new ReplayKey(
        step.decision() instanceof Decision.Restart ? new Decision.Restart("") : step.decision(),
        step.outcome(),
        step.events().stream().map(Told::of).toList());
  }
}
