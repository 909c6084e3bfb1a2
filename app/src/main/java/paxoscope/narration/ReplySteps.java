package paxoscope.narration;

import java.util.Optional;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;

/** A proposer handles a reply: Promise, Accepted, Nack. */
final class ReplySteps {

  private final Scene scene;

  ReplySteps(Scene scene) {
    this.scene = scene;
  }

  Telling tell(Message.Reply reply, NodeEvent verdict) {
    boolean late = verdict.kind() == NodeEvent.Kind.IGNORED;
    Optional<Round> round = scene.history().round(reply.number());
    return switch (reply) {
      case Message.Promise promise ->
          late || round.isEmpty() ? latePromise(promise, round) : promise(promise, round.get());
      case Message.Accepted accepted ->
          late || round.isEmpty() ? lateAccepted(accepted, round) : accepted(accepted, round.get());
      case Message.Nack nack ->
          late || round.isEmpty()
              ? scene.about(StepKind.NACK_LATE, nack).with("promised", nack.promised())
              : nack(nack, round.get());
    };
  }

  private Telling promise(Message.Promise promise, Round round) {
    Optional<Proposal> told = round.told();
    StepKind kind = promiseKind(promise, round);
    int evidence =
        told.flatMap(
                proposal ->
                    round
                        .tellerOf(proposal)
                        .map(server -> scene.history().acceptStep(server, proposal.number())))
            .orElse(0);
    return scene
        .about(kind, promise)
        .with("count", round.promises.size())
        .with("promisers", Words.servers(round.promises.keySet()))
        .with("accepted", promise.accepted().map(Words::proposal).orElse("?"))
        .with("told", told.map(Words::proposal).orElse("?"))
        .with("teller", told.flatMap(round::tellerOf).map(ServerId::toString).orElse("?"))
        .with("proposed", round.proposed.map(Words::value).orElse("?"))
        .with("wanted", round.wanted.map(Words::value).orElseGet(ReplySteps::ownValue))
        .proven(evidence);
  }

  private static String ownValue() {
    return Texts.fill(Phrase.WORD_OWN_VALUE);
  }

  private StepKind promiseKind(Message.Promise promise, Round round) {
    if (!scene.hasSent(promise.to(), Outbound.Kind.ACCEPT, promise.number())) {
      return promise.accepted().isPresent()
          ? StepKind.PROMISE_COUNTED_TELLS
          : StepKind.PROMISE_COUNTED;
    }
    Optional<Proposal> told = round.told();
    if (told.isEmpty()) {
      return StepKind.PROMISE_FREE;
    }
    if (!told.map(Proposal::value).equals(round.proposed)) {
      return StepKind.PROMISE_BROKEN;
    }
    return round.wanted.equals(round.proposed)
        ? StepKind.PROMISE_ADOPTS_SAME
        : StepKind.PROMISE_ADOPTS_OTHER;
  }

  private Telling latePromise(Message.Promise promise, Optional<Round> round) {
    if (round.filter(r -> r.promises.containsKey(promise.from())).isPresent()) {
      return scene.about(StepKind.PROMISE_REPEATED, promise);
    }
    return round
        .filter(r -> r.acceptsStep > 0)
        .map(r -> scene.about(StepKind.PROMISE_SPARE, promise).proven(r.acceptsStep))
        .orElseGet(
            () ->
                scene
                    .about(StepKind.PROMISE_STALE, promise)
                    .proven(round.map(r -> r.failedStep).orElse(0)));
  }

  private Telling accepted(Message.Accepted accepted, Round round) {
    boolean decided = scene.hasSent(accepted.to(), Outbound.Kind.COMMIT, accepted.number());
    boolean ownValue = round.wanted.equals(round.proposed);
    StepKind kind =
        !decided
            ? StepKind.ACCEPTED_COUNTED
            : ownValue ? StepKind.ACCEPTED_LEARNS : StepKind.ACCEPTED_LEARNS_OTHER;
    return scene
        .about(kind, accepted)
        .with("count", round.accepted.size())
        .with("acceptors", Words.servers(round.accepted))
        .with("value", round.proposed.map(Words::value).orElse("?"))
        .with("wanted", round.wanted.map(Words::value).orElseGet(ReplySteps::ownValue))
        .proven(
            decided
                ? scene.history().chosenStep()
                : scene.history().acceptStep(accepted.from(), accepted.number()));
  }

  private Telling lateAccepted(Message.Accepted accepted, Optional<Round> round) {
    if (round.filter(r -> r.accepted.contains(accepted.from())).isPresent()) {
      return scene.about(StepKind.ACCEPTED_REPEATED, accepted);
    }
    return round
        .filter(r -> r.commitsStep > 0)
        .map(r -> scene.about(StepKind.ACCEPTED_SPARE, accepted).proven(r.commitsStep))
        .orElseGet(
            () ->
                scene
                    .about(StepKind.ACCEPTED_STALE, accepted)
                    .proven(round.map(r -> r.failedStep).orElse(0)));
  }

  private Telling nack(Message.Nack nack, Round round) {
    StepKind kind = StepKind.NACK_COUNTED;
    if (scene.hasSent(nack.to(), Outbound.Kind.RETRY, nack.number())) {
      kind = StepKind.NACK_RETRIES;
    } else if (scene.hasGivenUp(nack.to())) {
      kind = StepKind.NACK_GIVES_UP;
    }
    TreeSet<ServerId> open = new TreeSet<>(round.asked);
    open.removeAll(round.refusals());
    return scene
        .about(kind, nack)
        .with("promised", nack.promised())
        .with("refused", nack.refused())
        .with("refusers", Words.servers(round.refusals()))
        .with("asked", round.asked.size())
        .with("open", open.size())
        .proven(scene.history().promiseStep(nack.from(), nack.promised()));
  }
}
