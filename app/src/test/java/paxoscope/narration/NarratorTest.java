package paxoscope.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S2;
import static paxoscope.narration.Lab.S3;
import static paxoscope.narration.Lab.S4;
import static paxoscope.narration.Lab.S5;
import static paxoscope.protocol.Outbound.Kind.ACCEPT;
import static paxoscope.protocol.Outbound.Kind.PREPARE;
import static paxoscope.protocol.Outbound.Kind.PROMISE;
import static paxoscope.protocol.Outbound.Kind.RETRY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Timer;
import paxoscope.trace.Trace;

final class NarratorTest {

  @Test
  void a_promise_that_tells_of_an_acceptance_points_to_it() {
    Lab lab = Played.promised().exchange(ACCEPT, S1, S3);
    int acceptance = lab.trace.size() - 1;
    lab.propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3);

    assertEquals(
        new Narration(
            "S3 promises 4.5 and tells S5 that it has already accepted 3.1 = 123.",
            "If S5 counts this promise and hears of no higher proposal, it must propose 123.",
            "Phase 1b",
            "An acceptor promises a number if it has promised no higher one, and tells the"
                + " highest-numbered proposal it has accepted.",
            acceptance,
            Tone.B),
        lab.narrate());
  }

  @Test
  void the_words_of_a_scenario_for_a_step_stand_before_all_others() {
    Trace trace = SimulatedTraces.of("partition", Map.of());
    String told = new Narrator().narrate(trace, 2).detail();
    assertTrue(told.startsWith("The network is split. A and S2 are on one side"), told);
    assertTrue(told.endsWith("cannot tell whether it is lost or slow."), told);
  }

  @Test
  void a_refusal_points_to_the_promise_that_it_keeps() {
    Lab lab = Played.promised().propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3);
    int promise = lab.trace.size();
    lab.deliver(ACCEPT, S1, S3);

    Narration told = lab.narrate();
    assertEquals(promise, told.evidence());
    assertEquals(Tone.REFUSAL, told.tone());
    assertEquals("P1a", told.ruleName());
  }

  @Test
  void the_acceptance_that_makes_a_majority_is_shown_as_the_choice() {
    Narration told = Examples.of(StepKind.ACCEPT_CHOOSES).narrate();

    assertEquals("S3 accepts 3.1 = 123: now a majority has, and 123 is chosen.", told.headline());
    assertEquals(Tone.CHOSEN, told.tone());
  }

  @Test
  void the_highest_proposal_told_of_decides_and_not_the_last_one() {
    Lab lab = Played.overtaken(Played.promised().exchange(ACCEPT, S1, S1).exchange(ACCEPT, S1, S2));
    lab.exchange(ACCEPT, S5, S4);
    lab.exchange(ACCEPT, S1, S3).deliver(RETRY, S1, S1);
    Played.all(lab, PREPARE, S1, S1, S2, S3);

    assertEquals(
        "S1 proposes 123: its client wants it, and S1 has already accepted it.",
        lab.narrate().headline());

    lab.propose(S4, "789", 6, S3, S4, S1);
    Played.all(lab, PREPARE, S4, S4, S3, S1);
    assertEquals(
        "S4 must propose 456, not its own 789: S4 has accepted 4.5 = 456.",
        lab.narrate().headline());
  }

  @Test
  void a_new_run_in_the_same_trace_has_no_evidence_from_the_one_before() {
    Lab lab = Played.chosen().restart().propose(S1, "1", 3).exchange(PREPARE, S1, S2);

    assertEquals(0, lab.narrate().evidence());
    assertEquals(StepKind.PROMISE_COUNTED, lab.kind());
  }

  @Test
  void a_promise_for_a_round_that_died_with_its_proposer_counts_for_nothing() {
    Lab lab = Played.asked().deliver(PREPARE, S1, S2).crash(S1).recover(S1);

    lab.resend(PROMISE, S2, S1);

    assertEquals(
        "S2's promise of 3.1 reaches S1, which no longer works on that number.",
        lab.narrate().detail());
  }

  @Test
  void the_past_is_told_the_same_after_more_has_happened() {
    Lab lab = Played.acceptedByS3();
    int step = lab.trace.size();
    Narration then = lab.narrate();

    Played.overtaken(lab).crash(S3);

    assertEquals(then, new Narrator().narrate(lab.trace, step));
  }

  @Test
  void a_server_without_a_role_has_a_neutral_tone() {
    Lab lab = new Lab().propose(S2, "7", 1);

    assertEquals(Tone.NEUTRAL, lab.narrate().tone());
  }

  @Test
  void the_last_commit_says_that_the_client_has_its_answer() {
    Narration told = Examples.of(StepKind.COMMIT_LAST).narrate();

    assertEquals(
        "It was settled when a majority had accepted it; the files only caught up."
            + " S1's client has its answer.",
        told.detail());
  }

  @Test
  void an_observed_message_is_told_like_a_directed_one() {
    Lab lab = Played.asked();
    lab.act((Message) lab.held(PREPARE, S1, S2).content()).observed();

    assertEquals(
        "S2 promises 3.1 to S1, and has nothing accepted to tell of.", lab.narrate().headline());
  }

  @Test
  void an_observed_call_without_an_answer_is_told_before_what_follows_from_it() {
    Message.Prepare lost = new Message.Prepare(S1, S2, ProposalNumber.parse("3.1"));
    Timer retry = new Timer(RETRY, S1, lost.number(), 1);
    Lab lab = new Lab().tell(NodeEvent.Kind.UNKNOWN, lost).tell(NodeEvent.Kind.HELD, retry);

    assertEquals(
        "S2 may have handled it or not; Paxos is safe either way."
            + " S1 sees no majority left, and will try a higher number.",
        lab.observed().narrate().detail());
  }

  @Test
  void a_progress_line_is_short() {
    assertEquals(
        "S3 promises 4.5 (had promised 3.1)", Examples.of(StepKind.PREPARE_RAISES).console());
  }

  @Test
  void long_values_do_not_make_long_sentences() {
    Lab lab = new Lab().propose(S1, "a long value\nof many words ".repeat(400), 3, S1, S2, S3);

    assertEquals(
        "A client asks S1 for “a long value of…”: S1 sends Prepare 3.1 to S1, S2 and S3.",
        lab.narrate().headline());
  }

  @Test
  void a_text_with_a_place_that_nothing_fills_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Texts.fill("restart.headline", Map.of()));
  }
}
