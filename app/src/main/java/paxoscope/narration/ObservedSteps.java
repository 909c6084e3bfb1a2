package paxoscope.narration;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;

/** The nodes acted on their own, or for somebody else. */
final class ObservedSteps {

  private final Scene scene;
  private final DeliverySteps deliveries;

  ObservedSteps(Scene scene, DeliverySteps deliveries) {
    this.scene = scene;
    this.deliveries = deliveries;
  }

  Telling tell() {
    List<NodeEvent> events = scene.step().events();
    if (events.isEmpty()) {
      return Telling.of(StepKind.OBSERVED_NOTHING);
    }
    List<NodeEvent> telling = events.stream().filter(this::isTelling).toList();
    Optional<NodeEvent> external =
        events.stream().filter(event -> event.kind() == NodeEvent.Kind.EXTERNAL).findFirst();
    if (external.isPresent()) {
      return external(external.get(), telling);
    }
    if (telling.size() == 1) {
      return single(telling.getFirst());
    }
    return telling.isEmpty() ? minor(events) : many(telling);
  }

  private boolean isTelling(NodeEvent event) {
    return event.kind() == NodeEvent.Kind.PROPOSED
        || event.message().isPresent() && Scene.isVerdict(event.kind());
  }

  private Telling external(NodeEvent external, List<NodeEvent> telling) {
    return telling.stream()
        .filter(event -> event.node().equals(external.node()))
        .findFirst()
        .map(event -> single(event).wrappedIn(StepKind.EXTERNAL_MESSAGE))
        .orElseGet(() -> Telling.of(StepKind.EXTERNAL_CALL))
        .with("server", external.node());
  }

  private Telling single(NodeEvent event) {
    if (event.kind() == NodeEvent.Kind.PROPOSED && event.value().isPresent()) {
      return new ServerSteps(scene).proposed(event.node(), event.value().get());
    }
    return event
        .message()
        .map(item -> deliveries.handled(item, event))
        .orElseGet(() -> Telling.of(StepKind.OBSERVED_NOTHING));
  }

  private Telling minor(List<NodeEvent> events) {
    NodeEvent event = events.getFirst();
    FateSteps fates = new FateSteps(scene);
    Optional<Outbound> item = event.message();
    return switch (event.kind()) {
      case STARTED -> new ServerSteps(scene).recovered(event.node());
      case RESTARTED -> Telling.of(StepKind.OBSERVED_RESTARTED).with("server", event.node());
      case DROPPED -> item.map(fates::dropped).orElseGet(this::nothing);
      case DUPLICATED -> item.map(fates::duplicated).orElseGet(this::nothing);
      case UNKNOWN -> item.map(fates::unknown).orElseGet(this::nothing);
      case HELD -> item.map(this::sent).orElseGet(this::nothing);
      case ANSWERED ->
          Telling.of(StepKind.OBSERVED_ANSWERED)
              .with("server", event.node())
              .with("note", event.note());
      case PROPOSED, HANDLED, REFUSED, IGNORED, TIMER, DECIDED, COMMITTED, EXTERNAL -> nothing();
    };
  }

  private Telling sent(Outbound item) {
    return item instanceof Timer ? nothing() : scene.about(StepKind.OBSERVED_SENT, item);
  }

  private Telling nothing() {
    return Telling.of(StepKind.OBSERVED_NOTHING);
  }

  private Telling many(List<NodeEvent> telling) {
    boolean chooses = scene.before().chosen().isEmpty() && scene.after().chosen().isPresent();
    TreeSet<ServerId> nodes = new TreeSet<>();
    telling.forEach(event -> nodes.add(event.node()));
    return Telling.of(chooses ? StepKind.OBSERVED_CHOSEN : StepKind.OBSERVED_MANY)
        .with("servers", Words.servers(nodes))
        .with("count", telling.size())
        .with("chosen", scene.after().chosen().map(Words::proposal).orElse("?"))
        .with("majority", scene.majority())
        .with("files", scene.after().committedFiles())
        .with("size", scene.size());
  }
}
