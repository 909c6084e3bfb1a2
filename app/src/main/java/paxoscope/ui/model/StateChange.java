package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * One change in the history of a server.
 *
 * @param step the step in which it changed
 * @param what what it is now
 * @param before what it was; empty text for nothing
 * @param cause the message that changed it; empty text if it was none
 * @param number the proposal it is about
 * @param refusal whether the server refused something and so stayed as it was
 */
public record StateChange(
    int step,
    String what,
    String before,
    String cause,
    Optional<ProposalNumber> number,
    boolean refusal) {

  private static final int LONGEST = 24;

  /**
   * The history of a server up to a moment.
   *
   * @param trace the run
   * @param cursor the moment
   * @param server the server
   * @return its changes, oldest first
   */
  public static List<StateChange> of(Trace trace, int cursor, ServerId server) {
    List<StateChange> changes = new ArrayList<>();
    NodeState before = null;
    List<TraceStep> steps = trace.steps();
    for (int number = 1; number <= Math.min(cursor, steps.size()); number++) {
      TraceStep step = steps.get(number - 1);
      Optional<String> life = life(step.decision(), server);
      if (life.isPresent()) {
        changes.add(new StateChange(number, life.get(), "", "", Optional.empty(), false));
      }
      for (NodeEvent event : step.events()) {
        if (event.node().equals(server)) {
          compare(before, event, number, changes);
          before = event.state();
        }
      }
    }
    return changes;
  }

  private static Optional<String> life(Decision decision, ServerId server) {
    return switch (decision) {
      case Decision.Crash crash when crash.server().equals(server) -> Optional.of("crashed");
      case Decision.Recover recover when recover.server().equals(server) ->
          Optional.of("recovered from its disk");
      default -> Optional.empty();
    };
  }

  private static void compare(
      NodeState before, NodeEvent event, int step, List<StateChange> changes) {
    NodeState now = event.state();
    String cause = event.message().map(StateChange::origin).orElse("");
    if (event.kind() == NodeEvent.Kind.REFUSED) {
      changes.add(
          new StateChange(
              step,
              "refused " + event.message().map(MessageWords::of).orElse(""),
              "",
              "promised " + now.promised().map(ProposalNumber::toString).orElse("nothing"),
              event.message().map(Outbound::number),
              true));
    }
    if (now.promised().isPresent()
        && (before == null || !Objects.equals(before.promised(), now.promised()))) {
      changes.add(
          new StateChange(
              step,
              "promised " + now.promised().get(),
              before == null ? "" : before.promised().map(ProposalNumber::toString).orElse(""),
              cause,
              now.promised(),
              false));
    }
    if (now.accepted().isPresent()
        && (before == null || !Objects.equals(before.accepted(), now.accepted()))) {
      changes.add(
          new StateChange(
              step,
              "accepted " + text(now.accepted().get()),
              before == null ? "" : before.accepted().map(StateChange::text).orElse(""),
              cause,
              now.accepted().map(Proposal::number),
              false));
    }
    if (!now.fileContents().isEmpty()
        && (before == null || !before.fileContents().equals(now.fileContents()))) {
      changes.add(
          new StateChange(
              step,
              "file holds " + MessageWords.shortened(now.fileContents(), LONGEST),
              before == null ? "" : before.fileContents(),
              cause,
              now.committed().map(Proposal::number),
              false));
    }
  }

  private static String text(Proposal proposal) {
    return proposal.number() + " = " + MessageWords.shortened(proposal.value().text(), LONGEST);
  }

  private static String origin(Outbound item) {
    return MessageWords.of(item) + " from " + item.from();
  }
}
