package paxoscope.narration;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.trace.ClusterState;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * A step with all that is known around it.
 *
 * @param header the run
 * @param step the step
 * @param before the cluster before it
 * @param after the cluster after it
 * @param history what happened up to it, itself included
 */
record Scene(
    RunHeader header, TraceStep step, ClusterState before, ClusterState after, History history) {

  static Scene of(Trace trace, int step) {
    return new Scene(
        trace.header(),
        trace.step(step),
        trace.at(step - 1),
        trace.at(step),
        new History(trace, step));
  }

  int size() {
    return header.membership().size();
  }

  int majority() {
    return header.membership().majority();
  }

  /** What the receiver of an item made of it. */
  Optional<NodeEvent> verdict(Outbound item) {
    return step.events().stream()
        .filter(event -> event.node().equals(item.to()) && isVerdict(event.kind()))
        .filter(event -> event.message().filter(message -> isSame(message, item)).isPresent())
        .findFirst();
  }

  private static boolean isSame(Outbound one, Outbound other) {
    return one.kind() == other.kind()
        && one.from().equals(other.from())
        && one.number().equals(other.number());
  }

  static boolean isVerdict(NodeEvent.Kind kind) {
    return switch (kind) {
      case HANDLED, REFUSED, IGNORED, TIMER -> true;
      case STARTED,
          PROPOSED,
          HELD,
          DROPPED,
          DUPLICATED,
          UNKNOWN,
          DECIDED,
          COMMITTED,
          ANSWERED,
          RESTARTED,
          EXTERNAL ->
          false;
    };
  }

  /** Whether a server has put an item of a kind into its gate in this step. */
  boolean hasSent(ServerId server, Outbound.Kind kind, ProposalNumber number) {
    return step.events().stream()
        .filter(event -> event.kind() == NodeEvent.Kind.HELD)
        .flatMap(event -> event.message().stream())
        .anyMatch(
            item ->
                item.kind() == kind && item.from().equals(server) && item.number().equals(number));
  }

  /** Whether a server has told its client in this step that its proposal has failed. */
  boolean hasGivenUp(ServerId server) {
    return step.events().stream()
        .anyMatch(
            event ->
                event.kind() == NodeEvent.Kind.ANSWERED
                    && event.node().equals(server)
                    && event.value().isEmpty());
  }

  /** Who has accepted a proposal so far, this step included. */
  Set<ServerId> acceptorsOf(Proposal proposal) {
    return after.acceptances().getOrDefault(proposal, Set.of());
  }

  /**
   * Who has accepted a proposal or could still accept it: asked by its proposer, and bound by no
   * promise of a higher number.
   */
  Set<ServerId> possibleAcceptorsOf(Proposal proposal) {
    Set<ServerId> possible = new TreeSet<>(acceptorsOf(proposal));
    Set<ServerId> asked =
        history.round(proposal.number()).map(round -> round.asked).orElse(Set.of());
    after.servers().stream()
        .filter(view -> asked.isEmpty() || asked.contains(view.server()))
        .filter(view -> !isBoundAbove(view, proposal.number()))
        .map(ServerView::server)
        .forEach(possible::add);
    return possible;
  }

  private static boolean isBoundAbove(ServerView view, ProposalNumber number) {
    return view.promised().filter(promised -> promised.isHigherThan(number)).isPresent();
  }

  /** A telling with the words that every message has. */
  Telling about(StepKind kind, Outbound item) {
    Telling telling =
        Telling.of(kind)
            .with("from", item.from())
            .with("to", item.to())
            .with("number", item.number())
            .with("arrow", Words.arrow(item))
            .with("size", size())
            .with("majority", majority())
            .by(item.number().server());
    return switch (item) {
      case Message.Accept accept -> telling.with("value", Words.value(accept.proposal().value()));
      case Message.Commit commit -> telling.with("value", Words.value(commit.proposal().value()));
      case Message.Prepare _, Message.Reply _, Timer _ -> telling;
    };
  }
}
