package paxoscope.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * Checks a whole run against what Paxos promises (PMS section 1) and against the rules that its
 * proof rests on (PMS section 2). It judges what the nodes have told, and finds nothing in a run of
 * correct nodes, whatever was lost, doubled or late.
 *
 * <p>A server that forgets everything (a restart) begins anew: what was true before binds it no
 * more.
 */
public final class SafetyProperties {

  private final int majority;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<ServerId, NodeState> last = new HashMap<>();
  private final Map<Proposal, Set<ServerId>> acceptances = new HashMap<>();
  private final Map<ProposalNumber, Value> valueOf = new HashMap<>();
  private final Set<Value> wanted = new HashSet<>();
  private final Set<Value> reported = new HashSet<>();
  private Optional<Proposal> chosen = Optional.empty();
  private int step;

  /** What can be violated. */
  public enum Property {
    /** Only one value is ever chosen, learned or written (PMS section 1). */
    AGREEMENT,
    /** Only a value that a client has proposed is ever accepted (PMS section 1). */
    VALIDITY,
    /** A server learns only a value that has been chosen (PMS section 1). */
    LEARNED_ONLY_IF_CHOSEN,
    /** What an acceptor has promised never goes back (PMS section 2.2). */
    PROMISES_NEVER_GO_BACK,
    /** P1a: nothing below the promise is accepted (PMS section 2.2). */
    ACCEPTED_ONLY_AS_PROMISED,
    /** A number never carries two values (PMS section 2.2). */
    ONE_VALUE_FOR_A_NUMBER
  }

  /**
   * A place in a run where a property does not hold.
   *
   * @param property which one
   * @param step the step, from 1
   * @param text one plain sentence that names servers, numbers and values
   */
  public record Violation(Property property, int step, String text) {}

  private SafetyProperties(Membership membership) {
    this.majority = membership.majority();
  }

  /**
   * Checks a run.
   *
   * @param trace the run
   * @return the violations in the order in which they came; empty for a correct run
   */
  public static List<Violation> check(Trace trace) {
    SafetyProperties properties = new SafetyProperties(trace.header().membership());
    for (TraceStep step : trace.steps()) {
      properties.take(step);
    }
    return Collections.unmodifiableList(properties.violations);
  }

  private void take(TraceStep taken) {
    step++;
    if (taken.decision() instanceof Decision.Restart) {
      last.clear();
      acceptances.clear();
      valueOf.clear();
      wanted.clear();
      reported.clear();
      chosen = Optional.empty();
    }
    taken.events().forEach(this::take);
  }

  private void take(NodeEvent event) {
    switch (event.kind()) {
      case PROPOSED -> event.value().ifPresent(wanted::add);
      case RESTARTED -> forget(event.node());
      // What a server has on its disk when we first see it was wanted by somebody before.
      case STARTED -> event.state().accepted().map(Proposal::value).ifPresent(wanted::add);
      case HANDLED -> event.message().ifPresent(message -> handled(event, message));
      case DECIDED -> event.value().ifPresent(value -> learned(event.node(), value));
      case HELD,
          REFUSED,
          IGNORED,
          DROPPED,
          DUPLICATED,
          TIMER,
          UNKNOWN,
          COMMITTED,
          ANSWERED,
          EXTERNAL -> {
        // These change no acceptor and tell of no choice; the state below is looked at for all.
      }
    }
    takeState(event.node(), event.state());
  }

  private void forget(ServerId server) {
    last.remove(server);
    acceptances.values().forEach(servers -> servers.remove(server));
    acceptances.values().removeIf(Set::isEmpty);
    if (acceptances.isEmpty()) {
      chosen = Optional.empty();
      valueOf.clear();
    }
  }

  private void handled(NodeEvent event, Object message) {
    if (message instanceof Message.Prepare prepare) {
      promised(event.node(), prepare.number(), event.state());
    }
    if (message instanceof Message.Accept accept) {
      before(event.node())
          .flatMap(NodeState::promised)
          .filter(promised -> promised.isHigherThan(accept.number()))
          .ifPresent(
              promised ->
                  violated(
                      Property.ACCEPTED_ONLY_AS_PROMISED,
                      "%s accepted %s although it had promised %s."
                          .formatted(event.node(), accept.number(), promised)));
      accepted(event.node(), accept.proposal());
    }
  }

  /** Whoever answers a Prepare with a promise has promised it from then on. */
  private void promised(ServerId server, ProposalNumber number, NodeState after) {
    if (after.promised().map(number::isHigherThan).orElse(true)) {
      violated(
          Property.PROMISES_NEVER_GO_BACK,
          "%s promised %s, and holds %s."
              .formatted(
                  server,
                  number,
                  after.promised().map(ProposalNumber::toString).orElse("no promise")));
    }
  }

  private Optional<NodeState> before(ServerId server) {
    return Optional.ofNullable(last.get(server));
  }

  private void accepted(ServerId server, Proposal proposal) {
    if (!wanted.contains(proposal.value())) {
      violated(
          Property.VALIDITY,
          "%s accepted '%s', which no client has proposed.".formatted(server, proposal.value()));
    }
    Value carried = valueOf.putIfAbsent(proposal.number(), proposal.value());
    if (carried != null && !carried.equals(proposal.value())) {
      violated(
          Property.ONE_VALUE_FOR_A_NUMBER,
          "Proposal %s carries '%s' and '%s'."
              .formatted(proposal.number(), carried, proposal.value()));
    }
    count(server, proposal);
  }

  private void count(ServerId server, Proposal proposal) {
    Set<ServerId> servers = acceptances.computeIfAbsent(proposal, _ -> new HashSet<>());
    servers.add(server);
    if (servers.size() >= majority) {
      if (chosen.isEmpty()) {
        chosen = Optional.of(proposal);
      }
      agreed(proposal.value(), "A majority accepted " + proposal.number());
    }
  }

  private void learned(ServerId server, Value value) {
    if (chosen.isEmpty()) {
      violated(
          Property.LEARNED_ONLY_IF_CHOSEN,
          "%s takes '%s' for chosen, but no majority has accepted one proposal."
              .formatted(server, value));
    } else {
      agreed(value, server + " learned it");
    }
  }

  private void agreed(Value value, String how) {
    if (!chosen.orElseThrow().value().equals(value) && reported.add(value)) {
      violated(
          Property.AGREEMENT,
          "'%s' is chosen, yet also '%s': %s.".formatted(chosen.orElseThrow().value(), value, how));
    }
  }

  private void takeState(ServerId server, NodeState state) {
    Optional<NodeState> before = before(server);
    if (before.isPresent()) {
      before
          .get()
          .promised()
          .filter(was -> state.promised().map(was::isHigherThan).orElse(true))
          .ifPresent(
              was ->
                  violated(
                      Property.PROMISES_NEVER_GO_BACK,
                      "%s had promised %s, and now %s."
                          .formatted(
                              server,
                              was,
                              state.promised().map(ProposalNumber::toString).orElse("nothing"))));
    } else {
      // The first that is seen of a server may show what it accepted earlier.
      state.accepted().ifPresent(proposal -> count(server, proposal));
    }
    last.put(server, state);
    if (!state.committed().equals(before.flatMap(NodeState::committed))) {
      state.committed().ifPresent(proposal -> learned(server, proposal.value()));
    }
    if (!state.fileContents().equals(before.map(NodeState::fileContents).orElse(""))) {
      written(server, state);
    }
  }

  /** What is in a file that is not the committed value; that one has been looked at already. */
  private void written(ServerId server, NodeState state) {
    String committed = state.committed().map(proposal -> proposal.value().text()).orElse("");
    String text = state.fileContents();
    if (!text.isEmpty() && !text.equals(committed)) {
      violated(
          chosen.isEmpty() ? Property.LEARNED_ONLY_IF_CHOSEN : Property.AGREEMENT,
          chosen
              .map(
                  one ->
                      "'%s' is chosen, yet the file of %s holds '%s'."
                          .formatted(one.value(), server, text))
              .orElse("The file of %s holds '%s', but nothing is chosen.".formatted(server, text)));
    }
  }

  private void violated(Property property, String text) {
    violations.add(new Violation(property, step, text));
  }
}
