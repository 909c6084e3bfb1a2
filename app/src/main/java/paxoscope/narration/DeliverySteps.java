package paxoscope.narration;

import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Timer;
import paxoscope.trace.ItemName;
import paxoscope.trace.TraceStep;

/** A message or timer is handed to its receiver. */
final class DeliverySteps {

  private final Scene scene;

  DeliverySteps(Scene scene) {
    this.scene = scene;
  }

  Telling delivered(ItemName name) {
    Optional<Outbound> subject = scene.step().subject().or(() -> reported(name));
    return subject.map(this::delivered).orElseGet(() -> silent(name));
  }

  private Optional<Outbound> reported(ItemName name) {
    return scene.step().events().stream()
        .flatMap(event -> event.message().stream())
        .filter(item -> item.kind() == name.kind() && item.number().equals(name.number()))
        .filter(item -> item.from().equals(name.from()) && item.to().equals(name.to()))
        .findFirst();
  }

  private Telling silent(ItemName name) {
    return Telling.of(StepKind.DELIVERED_SILENTLY)
        .with("arrow", name.kind() + " " + name.number())
        .with("from", name.from())
        .with("to", name.to());
  }

  private Telling delivered(Outbound item) {
    FateSteps fates = new FateSteps(scene);
    return switch (scene.step().outcome()) {
      case DONE ->
          scene
              .verdict(item)
              .map(verdict -> handled(item, verdict))
              .orElseGet(() -> scene.about(StepKind.DELIVERED_SILENTLY, item));
      case UNREACHABLE -> fates.unreachable(item);
      case UNKNOWN -> fates.unknown(item);
    };
  }

  /** What a receiver has made of an item, as one of its events tells. */
  Telling handled(Outbound item, NodeEvent verdict) {
    Telling telling =
        switch (item) {
          case Message.Request request -> new RequestSteps(scene).tell(request, verdict);
          case Message.Reply reply -> new ReplySteps(scene).tell(reply, verdict);
          case Timer timer -> new TimerSteps(scene).tell(timer);
        };
    return withAnswer(telling);
  }

  // A client gets its answer in the same step as the last Commit that its proposer waits for.
  private Telling withAnswer(Telling telling) {
    return scene.step().events().stream()
        .filter(event -> event.kind() == NodeEvent.Kind.ANSWERED && event.value().isPresent())
        .findFirst()
        .map(event -> telling.with("answerer", event.node()).also(Phrase.THEN_ANSWERED))
        .orElse(telling);
  }

  Telling resent(ItemName name) {
    Telling inner = delivered(name);
    if (scene.step().outcome() != TraceStep.Outcome.DONE
        || inner.kind() == StepKind.DELIVERED_SILENTLY) {
      return inner;
    }
    boolean senderLives = scene.before().server(name.from()).alive();
    return inner.wrappedIn(senderLives ? StepKind.RESEND_LATE : StepKind.RESEND_DEAD);
  }
}
