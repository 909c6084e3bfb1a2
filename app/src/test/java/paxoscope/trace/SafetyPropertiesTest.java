package paxoscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeEvent.Kind;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.SafetyProperties.Property;
import paxoscope.trace.SafetyProperties.Violation;

/** Each property against a run that breaks it, told by servers that do not keep the rules. */
class SafetyPropertiesTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);

  private final RecordedTrace trace =
      new RecordedTrace(
          new RunHeader(
              "r", "", "", Map.of(), Optional.empty(), Optional.empty(), List.of(1, 2, 3)));

  @Test
  void aRunThatKeepsTheRulesHasNoViolation() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    commits(S3, "3.1", "X");
    assertViolations();
  }

  @Test
  void twoChosenValuesBreakAgreementOnce() {
    wants(S1, "X");
    wants(S2, "Y");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    accepts(S3, "4.2", "Y");
    accepts(S2, "4.2", "Y");
    accepts(S1, "4.2", "Y");
    assertViolations(new Expected(Property.AGREEMENT, 6));
  }

  @Test
  void aFileWithAnotherValueBreaksAgreement() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    commits(S3, "4.2", "Y");
    assertViolations(new Expected(Property.AGREEMENT, 4));
  }

  @Test
  void aServerThatLearnsAnotherValueLaterBreaksAgreement() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    commits(S3, "3.1", "X");
    commits(S3, "4.2", "Y");
    assertViolations(new Expected(Property.AGREEMENT, 5));
  }

  @Test
  void aFileThatHoldsAnotherValueThanIsCommittedBreaksAgreement() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    commits(S3, "3.1", "X");
    writes(S3, "999");
    writes(S3, "999");
    assertViolations(new Expected(Property.AGREEMENT, 5));
  }

  @Test
  void aFileIsWrittenOnlyWhenSomethingIsChosen() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    writes(S1, "X");
    assertViolations(new Expected(Property.LEARNED_ONLY_IF_CHOSEN, 3));
  }

  @Test
  void anAcceptedValueThatNobodyWantsBreaksValidity() {
    wants(S1, "X");
    accepts(S1, "3.1", "Z");
    assertViolations(new Expected(Property.VALIDITY, 2));
  }

  @Test
  void learningWithoutAMajorityIsFound() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    commits(S2, "3.1", "X");
    assertViolations(new Expected(Property.LEARNED_ONLY_IF_CHOSEN, 3));
  }

  @Test
  void aPromiseThatGoesBackIsFound() {
    promises(S1, "4.2");
    promises(S1, "3.1");
    assertViolations(new Expected(Property.PROMISES_NEVER_GO_BACK, 2));
  }

  @Test
  void aPromiseThatWasGivenButNotKeptIsFound() {
    handles(
        S2,
        new Message.Prepare(S1, S2, ProposalNumber.parse("3.1")),
        state(S2, "2.1", Optional.empty(), Optional.empty()));
    assertViolations(new Expected(Property.PROMISES_NEVER_GO_BACK, 1));
  }

  @Test
  void acceptingBelowThePromiseIsFound() {
    wants(S1, "X");
    promises(S2, "4.2");
    handles(
        S2,
        new Message.Accept(S1, S2, proposal("3.1", "X")),
        state(S2, "4.2", Optional.of(proposal("3.1", "X")), Optional.empty()));
    assertViolations(new Expected(Property.ACCEPTED_ONLY_AS_PROMISED, 3));
  }

  @Test
  void aNumberWithTwoValuesIsFound() {
    wants(S1, "X");
    wants(S1, "Y");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "Y");
    assertViolations(new Expected(Property.ONE_VALUE_FOR_A_NUMBER, 4));
  }

  @Test
  void afterARestartOfAllAnotherValueMayBeChosen() {
    wants(S1, "X");
    accepts(S1, "3.1", "X");
    accepts(S2, "3.1", "X");
    restarts(S1);
    restarts(S2);
    wants(S1, "Y");
    accepts(S1, "3.1", "Y");
    accepts(S2, "3.1", "Y");
    commits(S3, "3.1", "Y");
    assertViolations();
  }

  private record Expected(Property property, int step) {}

  private void assertViolations(Expected... expected) {
    assertEquals(
        List.of(expected),
        SafetyProperties.check(trace).stream()
            .map((Violation violation) -> new Expected(violation.property(), violation.step()))
            .toList());
  }

  private static Proposal proposal(String number, String value) {
    return new Proposal(ProposalNumber.parse(number), new Value(value));
  }

  private static NodeState state(
      ServerId server, String promised, Optional<Proposal> accepted, Optional<Proposal> committed) {
    return new NodeState(
        server,
        5,
        server.number(),
        1,
        "r",
        promised.isEmpty() ? Optional.empty() : Optional.of(ProposalNumber.parse(promised)),
        accepted,
        committed,
        committed.map(chosen -> chosen.value().text()).orElse(""),
        GateMode.HOLD,
        0,
        Optional.empty(),
        "",
        Set.of());
  }

  private void wants(ServerId server, String value) {
    NodeState before = trace.size() == 0 ? empty(server) : current(server);
    step(server, Kind.PROPOSED, Optional.empty(), Optional.of(new Value(value)), before);
  }

  private static NodeState empty(ServerId server) {
    return state(server, "", Optional.empty(), Optional.empty());
  }

  private NodeState current(ServerId server) {
    ServerView view = trace.at(trace.size()).server(server);
    return state(
        server,
        view.promised().map(ProposalNumber::toString).orElse(""),
        view.accepted(),
        view.committed());
  }

  private void accepts(ServerId server, String number, String value) {
    Proposal proposal = proposal(number, value);
    handles(
        server,
        new Message.Accept(proposal.number().server(), server, proposal),
        state(server, number, Optional.of(proposal), Optional.empty()));
  }

  private void promises(ServerId server, String number) {
    ProposalNumber promised = ProposalNumber.parse(number);
    handles(
        server,
        new Message.Prepare(promised.server(), server, promised),
        state(server, number, Optional.empty(), Optional.empty()));
  }

  private void commits(ServerId server, String number, String value) {
    Proposal proposal = proposal(number, value);
    handles(
        server,
        new Message.Commit(proposal.number().server(), server, proposal),
        state(server, "", Optional.empty(), Optional.of(proposal)));
  }

  /** Something else than a Commit has changed the file. */
  private void writes(ServerId server, String text) {
    NodeState now = current(server);
    step(
        server,
        Kind.EXTERNAL,
        Optional.empty(),
        Optional.empty(),
        new NodeState(
            server,
            5,
            server.number(),
            1,
            "r",
            now.promised(),
            now.accepted(),
            now.committed(),
            text,
            GateMode.HOLD,
            0,
            Optional.empty(),
            "",
            Set.of()));
  }

  private void handles(ServerId server, Message message, NodeState after) {
    step(server, Kind.HANDLED, Optional.of(message), Optional.empty(), after);
  }

  private void restarts(ServerId server) {
    step(server, Kind.RESTARTED, Optional.empty(), Optional.empty(), empty(server));
  }

  private void step(
      ServerId server,
      Kind kind,
      Optional<? extends Message> message,
      Optional<Value> value,
      NodeState after) {
    NodeEvent event =
        new NodeEvent(
            server,
            1,
            trace.size() + 1,
            trace.size() + 1,
            0,
            kind,
            message.map(paxoscope.protocol.Outbound.class::cast),
            Optional.empty(),
            value,
            "",
            after);
    trace.append(
        new TraceStep(
            new Decision.Observed(),
            event.message(),
            "",
            "",
            TraceStep.Outcome.DONE,
            new ArrayList<>(List.of(event))));
  }
}
