package paxoscope.narration;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ServerView;

/** An acceptor or learner handles a request: Prepare, Accept, Commit. */
final class RequestSteps {

  private final Scene scene;

  RequestSteps(Scene scene) {
    this.scene = scene;
  }

  Telling tell(Message.Request request, NodeEvent verdict) {
    return switch (verdict.kind()) {
      case IGNORED ->
          scene.about(StepKind.REQUEST_IGNORED, request).with("note", reason(verdict.note()));
      case REFUSED -> refused(request);
      case HANDLED,
          TIMER,
          STARTED,
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
          handled(request);
    };
  }

  private static String reason(String note) {
    return note.isEmpty() ? Texts.fill(Phrase.WORD_NO_REASON) : note;
  }

  private Telling handled(Message.Request request) {
    return switch (request) {
      case Message.Prepare prepare -> promised(prepare);
      case Message.Accept accept -> accepted(accept);
      case Message.Commit commit -> committed(commit);
    };
  }

  private Telling refused(Message.Request request) {
    return switch (request) {
      case Message.Prepare prepare -> refusal(StepKind.PREPARE_REFUSED, prepare);
      case Message.Accept accept -> refusedAccept(accept);
      case Message.Commit commit -> scene.about(StepKind.DELIVERED_SILENTLY, commit);
    };
  }

  private Telling refusal(StepKind kind, Message.Request request) {
    Optional<ProposalNumber> promised = before(request.to()).promised();
    int evidence =
        promised.map(number -> scene.history().promiseStep(request.to(), number)).orElse(0);
    return scene
        .about(kind, request)
        .with("promised", promised.map(ProposalNumber::toString).orElse("?"))
        .proven(evidence);
  }

  private ServerView before(ServerId server) {
    return scene.before().server(server);
  }

  private Telling promised(Message.Prepare prepare) {
    ServerView acceptor = before(prepare.to());
    Optional<ProposalNumber> had = acceptor.promised();
    Telling telling =
        scene
            .about(promiseKind(prepare, acceptor), prepare)
            .with("had", had.map(ProposalNumber::toString).orElse("?"))
            .with("accepted", Words.proposal(acceptor.accepted()))
            .with(
                "carried", acceptor.accepted().map(Proposal::value).map(Words::value).orElse("?"));
    return telling.proven(promiseEvidence(telling.kind(), prepare, acceptor));
  }

  private int promiseEvidence(StepKind kind, Message.Prepare prepare, ServerView acceptor) {
    if (kind == StepKind.PREPARE_TELLS_CHOSEN) {
      return scene.history().chosenStep();
    }
    if (kind == StepKind.PREPARE_TELLS || kind == StepKind.PREPARE_OWN_TELLS) {
      return acceptor
          .accepted()
          .map(accepted -> scene.history().acceptStep(prepare.to(), accepted.number()))
          .orElse(0);
    }
    return acceptor
        .promised()
        .map(number -> scene.history().promiseStep(prepare.to(), number))
        .orElse(0);
  }

  private StepKind promiseKind(Message.Prepare prepare, ServerView acceptor) {
    Optional<ProposalNumber> had = acceptor.promised();
    if (had.filter(number -> number.isHigherThan(prepare.number())).isPresent()) {
      return StepKind.PREPARE_BROKEN;
    }
    if (had.equals(Optional.of(prepare.number()))) {
      return StepKind.PREPARE_AGAIN;
    }
    boolean own = prepare.from().equals(prepare.to());
    if (acceptor.accepted().isPresent()) {
      return tellsChosen(acceptor.accepted().get())
          ? StepKind.PREPARE_TELLS_CHOSEN
          : own ? StepKind.PREPARE_OWN_TELLS : StepKind.PREPARE_TELLS;
    }
    if (own) {
      return StepKind.PREPARE_OWN;
    }
    return had.isPresent() ? StepKind.PREPARE_RAISES : StepKind.PREPARE_FIRST;
  }

  private boolean tellsChosen(Proposal accepted) {
    return scene
        .before()
        .chosen()
        .filter(chosen -> chosen.value().equals(accepted.value()))
        .isPresent();
  }

  private Telling accepted(Message.Accept accept) {
    ServerView acceptor = before(accept.to());
    Set<ServerId> all = scene.acceptorsOf(accept.proposal());
    StepKind kind = acceptKind(accept, acceptor);
    return scene
        .about(kind, accept)
        .with("count", all.size())
        .with("acceptors", Words.servers(all))
        .with("older", Words.proposal(acceptor.accepted()))
        .with("had", acceptor.promised().map(ProposalNumber::toString).orElse("?"))
        .with("chosen", scene.before().chosen().map(Words::proposal).orElse("?"))
        .with("possible", scene.possibleAcceptorsOf(accept.proposal()).size())
        .proven(acceptEvidence(kind, accept, acceptor));
  }

  private StepKind acceptKind(Message.Accept accept, ServerView acceptor) {
    Proposal proposal = accept.proposal();
    if (acceptor.accepted().equals(Optional.of(proposal))) {
      return StepKind.ACCEPT_AGAIN;
    }
    if (acceptor.promised().filter(had -> had.isHigherThan(proposal.number())).isPresent()) {
      return StepKind.ACCEPT_BROKEN;
    }
    if (scene.before().chosen().isPresent()) {
      return acceptAfter(proposal, scene.before().chosen().get());
    }
    if (scene.after().chosen().equals(Optional.of(proposal))) {
      return StepKind.ACCEPT_CHOOSES;
    }
    if (scene.possibleAcceptorsOf(proposal).size() < scene.majority()) {
      return StepKind.ACCEPT_IN_VAIN;
    }
    return acceptor.accepted().isPresent() ? StepKind.ACCEPT_REPLACES : StepKind.ACCEPT_FIRST;
  }

  private static StepKind acceptAfter(Proposal proposal, Proposal chosen) {
    if (proposal.equals(chosen)) {
      return StepKind.ACCEPT_MORE;
    }
    if (proposal.value().equals(chosen.value())) {
      return StepKind.ACCEPT_AFTER;
    }
    return proposal.number().isHigherThan(chosen.number())
        ? StepKind.ACCEPT_CONFLICT
        : StepKind.ACCEPT_OVERTAKEN;
  }

  private int acceptEvidence(StepKind kind, Message.Accept accept, ServerView acceptor) {
    return switch (kind) {
      case ACCEPT_MORE, ACCEPT_AFTER, ACCEPT_OVERTAKEN, ACCEPT_CONFLICT ->
          scene.history().chosenStep();
      case ACCEPT_AGAIN -> scene.history().acceptStep(accept.to(), accept.number());
      case ACCEPT_BROKEN ->
          acceptor
              .promised()
              .map(number -> scene.history().promiseStep(accept.to(), number))
              .orElse(0);
      case ACCEPT_REPLACES ->
          acceptor
              .accepted()
              .map(older -> scene.history().acceptStep(accept.to(), older.number()))
              .orElse(0);
      case ACCEPT_IN_VAIN -> bindingPromise(accept);
      case ACCEPT_CHOOSES -> latestOtherAcceptance(accept);
      default -> 0;
    };
  }

  // The first promise of an asked server that keeps it from accepting.
  private int bindingPromise(Message.Accept accept) {
    Set<ServerId> bound =
        new TreeSet<>(scene.history().round(accept.number()).map(r -> r.asked).orElse(Set.of()));
    bound.removeAll(scene.possibleAcceptorsOf(accept.proposal()));
    return bound.stream()
        .flatMap(
            server ->
                scene.after().server(server).promised().stream()
                    .map(number -> scene.history().promiseStep(server, number)))
        .findFirst()
        .orElse(0);
  }

  private int latestOtherAcceptance(Message.Accept accept) {
    return scene.acceptorsOf(accept.proposal()).stream()
        .filter(server -> !server.equals(accept.to()))
        .mapToInt(server -> scene.history().acceptStep(server, accept.number()))
        .max()
        .orElse(0);
  }

  private Telling refusedAccept(Message.Accept accept) {
    Set<ServerId> acceptors = scene.acceptorsOf(accept.proposal());
    int possible = scene.possibleAcceptorsOf(accept.proposal()).size();
    StepKind kind;
    if (acceptors.size() >= scene.majority()) {
      kind = StepKind.ACCEPT_REFUSED_CHOSEN;
    } else if (possible >= scene.majority()) {
      kind = StepKind.ACCEPT_REFUSED_OPEN;
    } else {
      kind = acceptors.isEmpty() ? StepKind.ACCEPT_REFUSED_VAIN : StepKind.ACCEPT_REFUSED_STRANDED;
    }
    return refusal(kind, accept)
        .with("acceptors", Words.servers(acceptors))
        .with("possible", possible);
  }

  private Telling committed(Message.Commit commit) {
    int files = scene.after().committedFiles();
    StepKind kind;
    if (before(commit.to()).committed().isPresent()) {
      kind = StepKind.COMMIT_AGAIN;
    } else if (files == scene.size()) {
      kind = StepKind.COMMIT_LAST;
    } else {
      kind = files <= 1 ? StepKind.COMMIT_FIRST : StepKind.COMMIT_MORE;
    }
    return scene.about(kind, commit).with("files", files).proven(scene.history().chosenStep());
  }
}
