package paxoscope.narration;

import java.util.Comparator;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;

/** A proposer's wait is over. */
final class TimerSteps {

  private final Scene scene;

  TimerSteps(Scene scene) {
    this.scene = scene;
  }

  Telling tell(Timer timer) {
    return timer.kind() == Outbound.Kind.RETRY ? retry(timer) : timeOut(timer);
  }

  private Telling retry(Timer timer) {
    Optional<ProposalNumber> next = numberBegunBy(timer.from());
    if (next.isEmpty()) {
      return scene.about(
          scene.hasGivenUp(timer.from()) ? StepKind.RETRY_GIVES_UP : StepKind.TIMER_IDLE, timer);
    }
    ProposalNumber number = next.get();
    Optional<ProposalNumber> seen =
        scene.history().heardFromOthers(timer.from(), number.round() - 1);
    return scene
        .about(seen.isPresent() ? StepKind.RETRY_ABOVE_OTHER : StepKind.RETRY_ABOVE_OWN, timer)
        .with("next", number)
        .with("round", number.round())
        .with("seen", seen.map(ProposalNumber::toString).orElse("?"))
        .proven(seen.map(other -> scene.history().heardStep(timer.from(), other)).orElse(0));
  }

  private Optional<ProposalNumber> numberBegunBy(ServerId server) {
    return scene.step().events().stream()
        .filter(event -> event.kind() == NodeEvent.Kind.HELD && event.node().equals(server))
        .flatMap(event -> event.message().stream())
        .filter(item -> item instanceof Message.Prepare && item.from().equals(server))
        .map(Outbound::number)
        .max(Comparator.naturalOrder());
  }

  private Telling timeOut(Timer timer) {
    StepKind kind = StepKind.TIMER_IDLE;
    if (scene.hasSent(timer.from(), Outbound.Kind.RETRY, timer.number())) {
      kind = StepKind.TIMEOUT_RETRIES;
    } else if (scene.hasGivenUp(timer.from())) {
      kind = StepKind.TIMEOUT_GIVES_UP;
    }
    Optional<Round> round = scene.history().round(timer.number());
    boolean accepting = round.filter(r -> r.acceptsStep > 0).isPresent();
    return scene
        .about(kind, timer)
        .with("phase", accepting ? Outbound.Kind.ACCEPT : Outbound.Kind.PREPARE)
        .with("silent", round.map(r -> Words.servers(r.silent())).orElse("?"));
  }
}
