package paxoscope.narration;

import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S2;
import static paxoscope.narration.Lab.S3;
import static paxoscope.narration.Lab.S4;
import static paxoscope.narration.Lab.S5;
import static paxoscope.narration.Played.acceptedByS3;
import static paxoscope.narration.Played.all;
import static paxoscope.narration.Played.asked;
import static paxoscope.narration.Played.chosen;
import static paxoscope.narration.Played.committed;
import static paxoscope.narration.Played.overtaken;
import static paxoscope.narration.Played.promised;
import static paxoscope.protocol.Outbound.Kind.ACCEPT;
import static paxoscope.protocol.Outbound.Kind.ACCEPTED;
import static paxoscope.protocol.Outbound.Kind.COMMIT;
import static paxoscope.protocol.Outbound.Kind.NACK;
import static paxoscope.protocol.Outbound.Kind.PREPARE;
import static paxoscope.protocol.Outbound.Kind.PROMISE;
import static paxoscope.protocol.Outbound.Kind.RETRY;
import static paxoscope.protocol.Outbound.Kind.TIME_OUT;

import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.TraceStep;

/** For each kind of step, a run on the real protocol whose last step is of that kind. */
final class Examples {

  private static final ProposalNumber NUMBER = ProposalNumber.parse("3.1");

  private Examples() {}

  static Lab of(StepKind kind) {
    String family = kind.name().split("_", 2)[0];
    return switch (family) {
      case "PROPOSE" -> proposing(kind);
      case "PREPARE" -> preparing(kind);
      case "PROMISE" -> promising(kind);
      case "ACCEPT" -> accepting(kind);
      case "ACCEPTED", "NACK" -> counting(kind);
      case "COMMIT", "RETRY", "TIMEOUT", "TIMER" -> committing(kind);
      case "CRASH", "RECOVER", "RESTART", "SILENT", "PAUSE", "RESUME", "ANSWERS", "CUT", "HEAL" ->
          servers(kind);
      case "OBSERVED", "EXTERNAL" -> observing(kind);
      default -> messages(kind);
    };
  }

  private static Lab proposing(StepKind kind) {
    return switch (kind) {
      case PROPOSE_BEGUN -> asked();
      case PROPOSE_DECIDED -> committed().propose(S5, "456", 0);
      case PROPOSE_UNSEEN ->
          new Lab()
              .step(
                  new Decision.Propose(S1, new Value("1"), ProposeOptions.DEFAULT),
                  Optional.empty(),
                  TraceStep.Outcome.DONE);
      case PROPOSE_UNHEARD -> new Lab().crash(S1).propose(S1, "123", 3);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab preparing(StepKind kind) {
    return switch (kind) {
      case PREPARE_FIRST -> asked().deliver(PREPARE, S1, S2);
      case PREPARE_RAISES -> promised().propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3);
      case PREPARE_TELLS ->
          acceptedByS3().propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3);
      case PREPARE_TELLS_CHOSEN ->
          chosen().propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3);
      case PREPARE_AGAIN ->
          asked().duplicate(PREPARE, S1, S2).deliver(PREPARE, S1, S2).deliver(PREPARE, S1, S2);
      case PREPARE_OWN -> asked().deliver(PREPARE, S1, S1);
      case PREPARE_OWN_TELLS ->
          promised().exchange(ACCEPT, S1, S1).propose(S1, "9", 4).deliver(PREPARE, S1, S1);
      case PREPARE_REFUSED -> overtaken(asked()).deliver(PREPARE, S1, S3);
      case PREPARE_BROKEN ->
          overtaken(asked(Lab.without(Rule.PROMISE_NOTHING_LOWER))).deliver(PREPARE, S1, S3);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab promising(StepKind kind) {
    return switch (kind) {
      case PROMISE_COUNTED -> asked().exchange(PREPARE, S1, S2);
      case PROMISE_COUNTED_TELLS ->
          acceptedByS3().propose(S5, "456", 4, S3, S4, S5).exchange(PREPARE, S5, S3);
      case PROMISE_FREE -> promised();
      case PROMISE_ADOPTS_SAME ->
          all(acceptedByS3().propose(S5, "123", 4, S3, S4, S5), PREPARE, S5, S3, S4, S5);
      case PROMISE_ADOPTS_OTHER -> overtaken(acceptedByS3());
      case PROMISE_BROKEN -> overtaken(acceptedByS3(Lab.without(Rule.ADOPT_THE_HIGHEST_ACCEPTED)));
      case PROMISE_SPARE -> all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3, S4);
      case PROMISE_REPEATED ->
          asked()
              .deliver(PREPARE, S1, S2)
              .duplicate(PROMISE, S2, S1)
              .deliver(PROMISE, S2, S1)
              .deliver(PROMISE, S2, S1);
      case PROMISE_STALE ->
          asked().deliver(PREPARE, S1, S2).deliver(TIME_OUT, S1, S1).deliver(PROMISE, S2, S1);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab accepting(StepKind kind) {
    return switch (kind) {
      case ACCEPT_FIRST -> promised().deliver(ACCEPT, S1, S3);
      case ACCEPT_CHOOSES -> all(promised(), ACCEPT, S1, S1, S2).deliver(ACCEPT, S1, S3);
      case ACCEPT_MORE ->
          all(all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3), ACCEPT, S1, S1, S2, S3)
              .deliver(ACCEPT, S1, S4);
      case ACCEPT_AFTER -> overtaken(chosen()).deliver(ACCEPT, S5, S4);
      case ACCEPT_OVERTAKEN ->
          all(overtaken(promised()), ACCEPT, S5, S3, S4, S5).deliver(ACCEPT, S1, S2);
      case ACCEPT_CONFLICT ->
          overtaken(chosen(Lab.without(Rule.ADOPT_THE_HIGHEST_ACCEPTED))).deliver(ACCEPT, S5, S4);
      case ACCEPT_IN_VAIN -> overtaken(promised()).deliver(ACCEPT, S1, S2);
      case ACCEPT_REPLACES -> overtaken(acceptedByS3()).deliver(ACCEPT, S5, S3);
      case ACCEPT_AGAIN ->
          promised().duplicate(ACCEPT, S1, S3).deliver(ACCEPT, S1, S3).deliver(ACCEPT, S1, S3);
      case ACCEPT_BROKEN ->
          overtaken(promised(Lab.without(Rule.KEEP_THE_PROMISE))).deliver(ACCEPT, S1, S3);
      case ACCEPT_REFUSED_OPEN ->
          all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3)
              .propose(S5, "456", 4)
              .deliver(PREPARE, S5, S3)
              .deliver(ACCEPT, S1, S3);
      case ACCEPT_REFUSED_STRANDED ->
          overtaken(promised().exchange(ACCEPT, S1, S1))
              .exchange(ACCEPT, S1, S2)
              .deliver(ACCEPT, S1, S3);
      case ACCEPT_REFUSED_VAIN -> overtaken(promised()).deliver(ACCEPT, S1, S3);
      case ACCEPT_REFUSED_CHOSEN ->
          all(all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3), ACCEPT, S1, S1, S2, S3)
              .propose(S5, "456", 4)
              .deliver(PREPARE, S5, S4)
              .deliver(ACCEPT, S1, S4);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab counting(StepKind kind) {
    return switch (kind) {
      case ACCEPTED_COUNTED -> acceptedByS3();
      case ACCEPTED_LEARNS -> chosen();
      case ACCEPTED_LEARNS_OTHER -> all(overtaken(acceptedByS3()), ACCEPT, S5, S3, S4, S5);
      case ACCEPTED_SPARE ->
          all(
              all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3),
              ACCEPT,
              S1,
              S1,
              S2,
              S3,
              S4);
      case ACCEPTED_REPEATED ->
          promised()
              .deliver(ACCEPT, S1, S3)
              .duplicate(ACCEPTED, S3, S1)
              .deliver(ACCEPTED, S3, S1)
              .deliver(ACCEPTED, S3, S1);
      case ACCEPTED_STALE ->
          overtaken(promised().deliver(ACCEPT, S1, S2))
              .exchange(ACCEPT, S1, S3)
              .deliver(ACCEPTED, S2, S1);
      case NACK_COUNTED ->
          all(new Lab().propose(S1, "123", 3), PREPARE, S1, S1, S2, S3)
              .propose(S5, "456", 4)
              .deliver(PREPARE, S5, S3)
              .exchange(ACCEPT, S1, S3);
      case NACK_RETRIES -> overtaken(promised()).exchange(ACCEPT, S1, S3);
      case NACK_GIVES_UP ->
          overtaken(all(new Lab().propose(S1, "123", 3, 1, S1, S2, S3), PREPARE, S1, S1, S2, S3))
              .exchange(ACCEPT, S1, S3);
      case NACK_LATE ->
          overtaken(promised())
              .deliver(ACCEPT, S1, S3)
              .deliver(TIME_OUT, S1, S1)
              .deliver(NACK, S3, S1);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab committing(StepKind kind) {
    return switch (kind) {
      case COMMIT_FIRST -> chosen().deliver(COMMIT, S1, S2);
      case COMMIT_MORE -> chosen().deliver(COMMIT, S1, S2).deliver(COMMIT, S1, S3);
      case COMMIT_LAST -> committed();
      case COMMIT_AGAIN ->
          chosen().duplicate(COMMIT, S1, S2).deliver(COMMIT, S1, S2).deliver(COMMIT, S1, S2);
      case RETRY_ABOVE_OTHER ->
          overtaken(promised()).exchange(ACCEPT, S1, S3).deliver(RETRY, S1, S1);
      case RETRY_ABOVE_OWN -> asked().deliver(TIME_OUT, S1, S1).deliver(RETRY, S1, S1);
      case RETRY_GIVES_UP ->
          new Lab()
              .propose(S1, "123", Integer.MAX_VALUE, 3)
              .deliver(TIME_OUT, S1, S1)
              .deliver(RETRY, S1, S1);
      case TIMEOUT_RETRIES -> asked().exchange(PREPARE, S1, S1).deliver(TIME_OUT, S1, S1);
      case TIMEOUT_GIVES_UP -> new Lab().propose(S1, "123", 3, 1).deliver(TIME_OUT, S1, S1);
      case TIMER_IDLE -> overtaken(promised()).exchange(ACCEPT, S1, S3).deliver(TIME_OUT, S1, S1);
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab messages(StepKind kind) {
    return switch (kind) {
      case DROP_CUT -> asked().decided(new Decision.Cut(new Link(S1, S2))).drop(PREPARE, S1, S2);
      case DROP_REQUEST -> asked().drop(PREPARE, S1, S2);
      case DROP_REPLY -> asked().deliver(PREPARE, S1, S2).drop(PROMISE, S2, S1);
      case DROP_COMMIT -> chosen().drop(COMMIT, S1, S4);
      case DROP_TIMER -> asked().drop(TIME_OUT, S1, S1);
      case DUPLICATE_REQUEST -> asked().duplicate(PREPARE, S1, S2);
      case DUPLICATE_REPLY -> asked().deliver(PREPARE, S1, S2).duplicate(PROMISE, S2, S1);
      case RESEND_DEAD -> overtaken(promised()).crash(S1).resend(ACCEPT, S1, S3);
      case RESEND_LATE -> overtaken(promised()).crash(S1).recover(S1).resend(ACCEPT, S1, S3);
      case UNREACHABLE_REQUEST -> asked().crash(S2).deliver(PREPARE, S1, S2);
      case UNREACHABLE_REPLY -> asked().deliver(PREPARE, S1, S2).crash(S1).deliver(PROMISE, S2, S1);
      case UNREACHABLE_COMMIT -> chosen().crash(S4).deliver(COMMIT, S1, S4);
      case UNKNOWN_FATE -> asked().unknown(PREPARE, S1, S2);
      case REQUEST_IGNORED ->
          new Lab()
              .ignored(
                  new Message.Prepare(S1, S2, ProposalNumber.parse("3.1")),
                  "It belongs to another run.");
      case DELIVERED_SILENTLY -> silent();
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab servers(StepKind kind) {
    return switch (kind) {
      case SILENT ->
          new Lab().step(new Decision.Crash(S4), Optional.empty(), TraceStep.Outcome.UNKNOWN);
      case ANSWERS_AGAIN ->
          new Lab()
              .step(new Decision.Crash(S4), Optional.empty(), TraceStep.Outcome.UNKNOWN)
              .decided(new Decision.Resume(S4));
      case PAUSE -> new Lab().decided(new Decision.Pause(S4));
      case PAUSE_NO_MAJORITY -> new Lab().crash(S1).crash(S2).decided(new Decision.Pause(S3));
      case RESUME -> new Lab().decided(new Decision.Pause(S4)).decided(new Decision.Resume(S4));
      case CUT -> new Lab().decided(new Decision.Cut(new Link(S1, S4)));
      case HEAL ->
          new Lab()
              .decided(new Decision.Cut(new Link(S1, S4)))
              .decided(new Decision.Heal(new Link(S1, S4)));
      case CRASH_BLANK -> new Lab().crash(S4);
      case CRASH_KEEPS -> acceptedByS3().crash(S3);
      case CRASH_NO_MAJORITY -> new Lab().crash(S3).crash(S4).crash(S5);
      case RECOVER_BLANK -> new Lab().crash(S4).recover(S4);
      case RECOVER_KEEPS -> acceptedByS3().crash(S3).recover(S3);
      case RECOVER_FAILS ->
          new Lab()
              .crash(S4)
              .step(new Decision.Recover(S4), Optional.empty(), TraceStep.Outcome.UNREACHABLE);
      case RESTART -> acceptedByS3().restart();
      default -> throw new AssertionError(kind);
    };
  }

  private static Lab observing(StepKind kind) {
    return switch (kind) {
      case OBSERVED_MANY -> new Lab().act(prepare(S2)).act(prepare(S3)).observed();
      case OBSERVED_CHOSEN -> new Lab().act(accept(S2)).act(accept(S3)).act(accept(S4)).observed();
      case OBSERVED_SENT -> new Lab().tell(NodeEvent.Kind.HELD, prepare(S2)).observed();
      case OBSERVED_ANSWERED ->
          new Lab()
              .tell(
                  S1,
                  NodeEvent.Kind.ANSWERED,
                  "Proposal 3.1 was refused by S3, which has promised 4.5.")
              .observed();
      case OBSERVED_RESTARTED -> new Lab().tell(S1, NodeEvent.Kind.RESTARTED, "").observed();
      case OBSERVED_NOTHING -> new Lab().observed();
      case EXTERNAL_MESSAGE ->
          new Lab().tell(S2, NodeEvent.Kind.EXTERNAL, "").act(prepare(S2)).observed();
      case EXTERNAL_CALL -> new Lab().tell(S2, NodeEvent.Kind.EXTERNAL, "").observed();
      default -> throw new AssertionError(kind);
    };
  }

  private static Message prepare(ServerId to) {
    return new Message.Prepare(S1, to, NUMBER);
  }

  private static Message accept(ServerId to) {
    return new Message.Accept(S1, to, new Proposal(NUMBER, new Value("123")));
  }

  private static Lab silent() {
    Lab lab = asked();
    HeldItem item = lab.held(PREPARE, S1, S2);
    return lab.step(
        new Decision.Deliver(item.name()), Optional.of(item.content()), TraceStep.Outcome.DONE);
  }
}
