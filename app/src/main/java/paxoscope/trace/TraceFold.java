package paxoscope.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
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

  private final Membership membership;
  private final List<ServerView> servers;
  private final List<HeldItem> held;
  private final Map<NameKey, Integer> occurrences;
  private final Map<Proposal, Set<ServerId>> acceptances;
  private final Set<ServerId> knownBy;
  private Optional<Proposal> chosen;
  private int cursor;

  private record NameKey(Outbound.Kind kind, ServerId from, ServerId to, ProposalNumber number) {}

  /**
   * Begins before the first step: every server is there and has nothing.
   *
   * @param header what is fixed for the run
   */
  public TraceFold(RunHeader header) {
    this.membership = header.membership();
    this.servers = new ArrayList<>();
    for (ServerId server : membership.servers()) {
      servers.add(ServerView.initial(server, header.ports().get(server.number() - 1)));
    }
    this.held = new ArrayList<>();
    this.occurrences = new HashMap<>();
    this.acceptances = new LinkedHashMap<>();
    this.knownBy = new TreeSet<>();
    this.chosen = Optional.empty();
  }

  private TraceFold(TraceFold other) {
    this.membership = other.membership;
    this.servers = new ArrayList<>(other.servers);
    this.held = new ArrayList<>(other.held);
    this.occurrences = new HashMap<>(other.occurrences);
    this.acceptances = new LinkedHashMap<>();
    other.acceptances.forEach((proposal, by) -> acceptances.put(proposal, new TreeSet<>(by)));
    this.knownBy = new TreeSet<>(other.knownBy);
    this.chosen = other.chosen;
    this.cursor = other.cursor;
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
    Map<Proposal, Set<ServerId>> accepted = new LinkedHashMap<>();
    acceptances.forEach((proposal, by) -> accepted.put(proposal, Set.copyOf(by)));
    return new ClusterState(
        membership,
        cursor,
        List.copyOf(servers),
        List.copyOf(held),
        Collections.unmodifiableMap(accepted),
        chosen,
        Collections.unmodifiableSet(new TreeSet<>(knownBy)));
  }

  /**
   * Takes one more step in.
   *
   * @param step the next step of the trace
   */
  public void add(TraceStep step) {
    cursor++;
    Optional<Outbound> delivered = applyDecision(step.decision());
    for (NodeEvent event : step.events()) {
      delivered = applyEvent(event, delivered);
    }
  }

  /** Gives the content of the item that this decision has taken out of its gate by name. */
  private Optional<Outbound> applyDecision(Decision decision) {
    return switch (decision) {
      case Decision.Deliver deliver -> takeOut(deliver.item());
      case Decision.Fire fire -> takeOut(fire.item());
      case Decision.Drop drop -> takeOut(drop.item());
      case Decision.Crash crash -> {
        goDown(crash.server());
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

  private Optional<Outbound> takeOut(ItemName name) {
    for (Iterator<HeldItem> items = held.iterator(); items.hasNext(); ) {
      HeldItem item = items.next();
      if (item.name().equals(name)) {
        items.remove();
        return Optional.of(item.content());
      }
    }
    return Optional.empty();
  }

  private void goDown(ServerId server) {
    ServerView view = servers.get(server.number() - 1);
    servers.set(server.number() - 1, view.down(cursor));
    orphan(server);
  }

  private void orphan(ServerId owner) {
    held.removeIf(item -> item.owner().equals(owner) && item.content().leg() == Leg.TIMER);
    held.replaceAll(item -> item.owner().equals(owner) ? item.orphan() : item);
  }

  private Optional<Outbound> applyEvent(NodeEvent event, Optional<Outbound> delivered) {
    takeState(event.state());
    return switch (event.kind()) {
      case HELD, DUPLICATED -> {
        putIn(event);
        yield delivered;
      }
      case DROPPED, UNKNOWN, TIMER -> {
        removeById(event);
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
        held.removeIf(item -> item.owner().equals(event.node()));
        yield delivered;
      }
      case DECIDED, COMMITTED -> {
        knownBy.add(event.node());
        yield delivered;
      }
      case PROPOSED, ANSWERED, EXTERNAL -> delivered;
    };
  }

  private void takeState(NodeState state) {
    int index = state.server().number() - 1;
    if (index < servers.size()) {
      servers.set(index, servers.get(index).with(state));
    }
  }

  private void putIn(NodeEvent event) {
    Outbound content = event.message().orElseThrow();
    int occurrence =
        occurrences.merge(
            new NameKey(content.kind(), content.from(), content.to(), content.number()),
            1,
            Integer::sum);
    ItemName name =
        new ItemName(content.kind(), content.from(), content.to(), content.number(), occurrence);
    held.add(new HeldItem(name, content, event.node(), event.itemId().orElse(""), false));
  }

  private void removeById(NodeEvent event) {
    event
        .itemId()
        .ifPresent(
            id ->
                held.removeIf(
                    item -> item.owner().equals(event.node()) && id.equals(item.gateId())));
  }

  /**
   * An item that arrives has left its gate; the one that the decision named has done so already.
   */
  private Optional<Outbound> arrived(NodeEvent event, Optional<Outbound> delivered) {
    if (event.message().isEmpty()) {
      return delivered;
    }
    Outbound content = event.message().get();
    if (delivered.isPresent() && delivered.get().equals(content)) {
      return Optional.empty();
    }
    if (event.itemId().isPresent()) {
      removeById(event);
    } else {
      held.stream()
          .filter(item -> !item.orphaned() && item.content().equals(content))
          .findFirst()
          .ifPresent(held::remove);
    }
    return delivered;
  }

  private void accepted(NodeEvent event) {
    if (event.kind() == NodeEvent.Kind.HANDLED
        && event.message().orElse(null) instanceof Message.Accept accept) {
      Set<ServerId> by = acceptances.computeIfAbsent(accept.proposal(), _ -> new TreeSet<>());
      by.add(event.node());
      if (chosen.isEmpty() && by.size() >= membership.majority()) {
        chosen = Optional.of(accept.proposal());
      }
    }
  }
}
