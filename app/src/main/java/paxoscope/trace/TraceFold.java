package paxoscope.trace;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Folds steps, one after another, into the picture of the cluster. It repeats what the nodes have
 * told and computes nothing that a node would decide; only "chosen" is its own judgement, over all
 * acceptances ever told (PMS section 2.1).
 *
 * <p>Not safe for use by several threads; the states it gives away are.
 */
public final class TraceFold {

  // All of these share structure with their earlier versions, so that keeping a fold after every so
  // many steps costs what those steps have changed, and not what the whole run has gathered.
  private final Membership membership;
  private PVector<ServerView> servers;
  private PVector<HeldItem> held;
  private PMap<NameKey, Integer> occurrences;
  private PMap<ServerId, Set<Integer>> outOfReach;
  private PVector<HeldItem> unanswered;
  private Acceptances acceptances;
  private Set<ServerId> knownBy;
  private Set<Link> cuts;
  private int cursor;
  private int serials;
  private final Traffic traffic;

  private record NameKey(Outbound.Kind kind, ServerId from, ServerId to, ProposalNumber number) {}

  /**
   * Begins before the first step: every server is there and has nothing.
   *
   * @param header what is fixed for the run
   */
  public TraceFold(RunHeader header) {
    this(header, Traffic.UNSEEN);
  }

  TraceFold(RunHeader header, Traffic traffic) {
    this.traffic = traffic;
    this.membership = header.membership();
    this.servers =
        TreePVector.from(
            membership.servers().stream()
                .map(server -> ServerView.initial(server, header.ports().get(server.number() - 1)))
                .toList());
    this.held = TreePVector.empty();
    this.occurrences = HashTreePMap.empty();
    this.outOfReach = HashTreePMap.empty();
    this.unanswered = TreePVector.empty();
    this.acceptances = Acceptances.NONE;
    this.knownBy = Set.of();
    this.cuts = Set.of();
  }

  private TraceFold(TraceFold other) {
    this.membership = other.membership;
    this.servers = other.servers;
    this.held = other.held;
    this.occurrences = other.occurrences;
    this.outOfReach = other.outOfReach;
    this.unanswered = other.unanswered;
    this.acceptances = other.acceptances;
    this.knownBy = other.knownBy;
    this.cuts = other.cuts;
    this.cursor = other.cursor;
    this.serials = other.serials;
    this.traffic = Traffic.UNSEEN;
  }

  /**
   * A fold that stands where this one stands and goes its own way.
   *
   * @return the copy
   */
  public TraceFold copy() {
    return new TraceFold(this);
  }

  /**
   * How many steps are in it.
   *
   * @return 0 or more
   */
  public int cursor() {
    return cursor;
  }

  /**
   * The picture after the steps so far.
   *
   * @return an unmodifiable state
   */
  public ClusterState state() {
    return new ClusterState(
        membership,
        cursor,
        servers,
        held,
        acceptances.by(),
        acceptances.acceptors(),
        acceptances.chosen(),
        knownBy,
        cuts);
  }

  /**
   * Takes one more step in.
   *
   * @param step the next step of the trace
   */
  public void add(TraceStep step) {
    cursor++;
    Optional<HeldItem> delivered = applyDecision(step);
    for (NodeEvent event : step.events()) {
      delivered = applyEvent(event, delivered);
    }
  }

  /** Gives the item that this decision has taken out of its gate by name. */
  private Optional<HeldItem> applyDecision(TraceStep step) {
    return switch (step.decision()) {
      case Decision.Deliver deliver -> takeOut(deliver.item(), end(step.outcome()));
      case Decision.Fire fire -> takeOut(fire.item(), Passage.End.HANDLED);
      case Decision.Drop drop -> takeOut(drop.item(), Passage.End.LOST);
      case Decision.Crash crash -> {
        goDown(crash.server(), step.outcome());
        yield Optional.empty();
      }
      case Decision.Pause pause -> pause(pause.server());
      case Decision.Resume resume -> goOn(resume.server());
      case Decision.Cut cut -> {
        cuts = Sets.with(cuts, cut.link());
        yield Optional.empty();
      }
      case Decision.Heal heal -> {
        Set<Link> left = new TreeSet<>(cuts);
        left.remove(heal.link());
        cuts = Collections.unmodifiableSet(left);
        yield Optional.empty();
      }
      case Decision.Restart _,
          Decision.Propose _,
          Decision.Duplicate _,
          Decision.Resend _,
          Decision.Recover _,
          Decision.Observed _ ->
          Optional.empty();
    };
  }

  private Optional<HeldItem> pause(ServerId server) {
    int index = server.number() - 1;
    servers = servers.with(index, servers.get(index).paused(cursor));
    return Optional.empty();
  }

  private Optional<HeldItem> goOn(ServerId server) {
    int index = server.number() - 1;
    servers = servers.with(index, servers.get(index).answersAgain());
    reachAgain(server);
    return Optional.empty();
  }

  private static Passage.End end(TraceStep.Outcome outcome) {
    return switch (outcome) {
      case DONE -> Passage.End.HANDLED;
      case UNREACHABLE -> Passage.End.UNREACHABLE;
      case UNKNOWN -> Passage.End.UNKNOWN;
    };
  }

  private Optional<HeldItem> takeOut(ItemName name, Passage.End end) {
    return takeOutFirst(item -> item.name().equals(name), end);
  }

  private Optional<HeldItem> takeOutFirst(Predicate<HeldItem> wanted, Passage.End end) {
    int index = 0;
    for (HeldItem item : held) {
      if (wanted.test(item)) {
        held = held.minus(index);
        if (end == Passage.End.UNKNOWN) {
          unanswered = unanswered.plus(item);
        }
        traffic.ended(item, cursor, end);
        return Optional.of(item);
      }
      index++;
    }
    return Optional.empty();
  }

  private void forget(Predicate<HeldItem> unwanted) {
    held.stream()
        .filter(unwanted)
        .forEach(item -> traffic.ended(item, cursor, Passage.End.FORGOTTEN));
    held = TreePVector.from(held.stream().filter(unwanted.negate()).toList());
  }

  private void goDown(ServerId server, TraceStep.Outcome outcome) {
    ServerView view = servers.get(server.number() - 1);
    servers = servers.with(server.number() - 1, view.down(cursor));
    if (outcome == TraceStep.Outcome.UNKNOWN) {
      loseReach(server);
    } else {
      orphan(server);
    }
  }

  /** Whoever does not answer may be there still, and what waits in its gate with it. */
  private void loseReach(ServerId owner) {
    Set<Integer> waiting = new TreeSet<>();
    held.stream()
        .filter(item -> item.owner().equals(owner) && !item.orphaned())
        .forEach(item -> waiting.add(item.serial()));
    outOfReach = outOfReach.plus(owner, Collections.unmodifiableSet(waiting));
    keepCopies(owner);
  }

  private void keepCopies(ServerId owner) {
    held =
        TreePVector.from(
            held.stream().map(item -> item.owner().equals(owner) ? item.orphan() : item).toList());
  }

  private void reachAgain(ServerId owner) {
    Set<Integer> waiting = outOfReach.getOrDefault(owner, Set.of());
    outOfReach = outOfReach.minus(owner);
    if (!waiting.isEmpty()) {
      held =
          TreePVector.from(
              held.stream()
                  .map(item -> waiting.contains(item.serial()) ? item.inItsGate() : item)
                  .toList());
    }
  }

  private void orphan(ServerId owner) {
    outOfReach = outOfReach.minus(owner);
    forget(item -> item.owner().equals(owner) && item.content().leg() == Leg.TIMER);
    keepCopies(owner);
  }

  private Optional<HeldItem> applyEvent(NodeEvent event, Optional<HeldItem> delivered) {
    takeState(event.state());
    return switch (event.kind()) {
      case HELD, DUPLICATED -> {
        putIn(event);
        yield delivered;
      }
      case DROPPED -> {
        removeById(event, Passage.End.LOST);
        yield delivered;
      }
      case UNKNOWN -> {
        removeById(event, unanswered(event));
        yield delivered;
      }
      case TIMER -> {
        removeById(event, Passage.End.HANDLED);
        yield delivered;
      }
      case HANDLED, REFUSED, IGNORED -> {
        accepted(event);
        yield arrived(event, delivered);
      }
      case STARTED -> {
        orphan(event.node());
        yield delivered;
      }
      case RESTARTED -> {
        forget(item -> item.owner().equals(event.node()));
        yield delivered;
      }
      case DECIDED, COMMITTED -> {
        knownBy = Sets.with(knownBy, event.node());
        yield delivered;
      }
      case PROPOSED, ANSWERED, EXTERNAL -> delivered;
    };
  }

  private void takeState(NodeState state) {
    int index = state.server().number() - 1;
    if (index < servers.size()) {
      servers = servers.with(index, servers.get(index).with(state));
      reachAgain(state.server());
    }
  }

  private void putIn(NodeEvent event) {
    Outbound content = event.message().orElseThrow();
    NameKey key = new NameKey(content.kind(), content.from(), content.to(), content.number());
    int occurrence = occurrences.getOrDefault(key, 0) + 1;
    occurrences = occurrences.plus(key, occurrence);
    ItemName name =
        new ItemName(content.kind(), content.from(), content.to(), content.number(), occurrence);
    HeldItem item =
        new HeldItem(++serials, name, content, event.node(), event.itemId().orElse(""), false);
    held = held.plus(item);
    traffic.entered(item, cursor);
  }

  private Optional<HeldItem> removeById(NodeEvent event, Passage.End end) {
    return event
        .itemId()
        .flatMap(
            id ->
                takeOutFirst(
                    item -> item.owner().equals(event.node()) && id.equals(item.gateId()), end));
  }

  /**
   * An item that arrives has left its gate; the one that the decision named has done so already.
   */
  private Optional<HeldItem> arrived(NodeEvent event, Optional<HeldItem> delivered) {
    if (event.message().isEmpty()) {
      return delivered;
    }
    Outbound content = event.message().get();
    Passage.End end = end(event.kind());
    if (delivered.isPresent() && delivered.get().content().equals(content)) {
      unanswered = unanswered.minus(delivered.get());
      traffic.ended(delivered.get(), cursor, end);
      return Optional.empty();
    }
    Optional<HeldItem> left =
        event.itemId().isPresent()
            ? removeById(event, end)
            : late(content).isPresent()
                ? Optional.empty()
                : takeOutFirst(item -> !item.orphaned() && item.content().equals(content), end);
    if (left.isEmpty()) {
      arrivedFromElsewhere(content, event.node(), end);
    }
    return delivered;
  }

  /** What was delivered, and given up because no answer came. */
  private Optional<HeldItem> late(Outbound content) {
    return unanswered.stream().filter(item -> item.content().equals(content)).findFirst();
  }

  /** A call that was given up, a kept copy of a message whose gate is gone, or one from outside. */
  private void arrivedFromElsewhere(Outbound content, ServerId at, Passage.End end) {
    Optional<HeldItem> late = late(content);
    Optional<HeldItem> original =
        late.or(() -> held.stream().filter(item -> item.content().equals(content)).findFirst());
    unanswered = late.map(unanswered::minus).orElse(unanswered);
    ItemName name =
        original
            .map(HeldItem::name)
            .orElse(
                new ItemName(content.kind(), content.from(), content.to(), content.number(), 1));
    HeldItem arrival = new HeldItem(++serials, name, content, at, "", true);
    traffic.arrivedFromElsewhere(arrival, original, cursor, end);
  }

  private static Passage.End unanswered(NodeEvent event) {
    return switch (event.details().outcome().orElse(NodeEvent.CallOutcome.UNKNOWN)) {
      case UNREACHABLE -> Passage.End.UNREACHABLE;
      case REFUSED -> Passage.End.IGNORED;
      case UNKNOWN -> Passage.End.UNKNOWN;
    };
  }

  private static Passage.End end(NodeEvent.Kind verdict) {
    return switch (verdict) {
      case REFUSED -> Passage.End.REFUSED;
      case IGNORED -> Passage.End.IGNORED;
      default -> Passage.End.HANDLED;
    };
  }

  private void accepted(NodeEvent event) {
    if (event.kind() == NodeEvent.Kind.HANDLED
        && event.message().orElse(null) instanceof Message.Accept accept) {
      acceptances = acceptances.and(accept.proposal(), event.node(), membership.majority());
    }
  }
}
