package paxoscope.director;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;
import paxoscope.trace.Link;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/**
 * The picture of the cluster after a list of steps, made anew from the whole list: each part of it
 * is a question of its own, asked of all events. Slow, and as plain as can be, to be held against
 * the fold that the program uses.
 */
final class PlainFold {

  private final RunHeader header;
  private final List<TraceStep> steps;
  private final List<NodeEvent> events = new ArrayList<>();

  private PlainFold(RunHeader header, List<TraceStep> steps) {
    this.header = header;
    this.steps = steps;
    steps.forEach(step -> events.addAll(step.events()));
  }

  static ClusterState of(RunHeader header, List<TraceStep> steps) {
    PlainFold fold = new PlainFold(header, steps);
    Map<Proposal, Set<ServerId>> acceptances = new HashMap<>();
    fold.accepts().forEach(e -> fold.count(e, acceptances));
    Set<ServerId> acceptors = new HashSet<>();
    acceptances.values().forEach(acceptors::addAll);
    Set<ServerId> knownBy = new HashSet<>();
    fold.events.stream()
        .filter(e -> e.kind() == NodeEvent.Kind.DECIDED || e.kind() == NodeEvent.Kind.COMMITTED)
        .forEach(e -> knownBy.add(e.node()));
    return new ClusterState(
        header.membership(),
        steps.size(),
        header.membership().servers().stream().map(fold::server).toList(),
        fold.held(),
        acceptances,
        acceptors,
        fold.chosen(),
        knownBy,
        fold.cuts());
  }

  // What was accepted

  private List<NodeEvent> accepts() {
    return events.stream()
        .filter(e -> e.kind() == NodeEvent.Kind.HANDLED)
        .filter(e -> e.message().orElse(null) instanceof Message.Accept)
        .toList();
  }

  private static Proposal proposal(NodeEvent accept) {
    return ((Message.Accept) accept.message().orElseThrow()).proposal();
  }

  private void count(NodeEvent accept, Map<Proposal, Set<ServerId>> acceptances) {
    acceptances.computeIfAbsent(proposal(accept), _ -> new HashSet<>()).add(accept.node());
  }

  private Optional<Proposal> chosen() {
    Map<Proposal, Set<ServerId>> acceptances = new HashMap<>();
    for (NodeEvent accept : accepts()) {
      count(accept, acceptances);
      if (2 * acceptances.get(proposal(accept)).size() > header.ports().size()) {
        return Optional.of(proposal(accept));
      }
    }
    return Optional.empty();
  }

  // The servers

  private ServerView server(ServerId server) {
    List<NodeState> told =
        events.stream().filter(e -> e.node().equals(server)).map(NodeEvent::state).toList();
    Optional<NodeState> last = told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    int down = downSince(server);
    return new ServerView(
        server,
        header.ports().get(server.number() - 1),
        down == 0,
        down,
        pausedSince(server),
        last.map(NodeState::incarnation).orElse(0),
        last.flatMap(NodeState::promised),
        promisedBefore(told),
        last.flatMap(NodeState::accepted),
        last.flatMap(NodeState::committed),
        last.map(NodeState::fileContents).orElse(""));
  }

  private int pausedSince(ServerId server) {
    int since = 0;
    for (int i = 0; i < steps.size(); i++) {
      Decision decision = steps.get(i).decision();
      if (decision.equals(new Decision.Pause(server))) {
        since = i + 1;
      }
      if (decision.equals(new Decision.Resume(server))
          || decision.equals(new Decision.Crash(server))) {
        since = 0;
      }
    }
    return since;
  }

  private Set<Link> cuts() {
    Set<Link> cuts = new HashSet<>();
    for (TraceStep step : steps) {
      if (step.decision() instanceof Decision.Cut cut) {
        cuts.add(cut.link());
      }
      if (step.decision() instanceof Decision.Heal heal) {
        cuts.remove(heal.link());
      }
    }
    return cuts;
  }

  private int downSince(ServerId server) {
    int down = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).decision().equals(new Decision.Crash(server))) {
        down = i + 1;
      }
      if (steps.get(i).decision().equals(new Decision.Resume(server))
          || steps.get(i).events().stream().anyMatch(e -> e.node().equals(server))) {
        down = 0;
      }
    }
    return down;
  }

  private static Optional<ProposalNumber> promisedBefore(List<NodeState> told) {
    List<Optional<ProposalNumber>> promises = new ArrayList<>(List.of(Optional.empty()));
    for (NodeState state : told) {
      if (!state.promised().equals(promises.getLast())) {
        promises.add(state.promised());
      }
    }
    return promises.size() < 2 ? Optional.empty() : promises.get(promises.size() - 2);
  }

  // What waits

  private List<HeldItem> held() {
    List<HeldItem> held = new ArrayList<>();
    List<Outbound> entered = new ArrayList<>();
    int passages = 0;
    Map<ServerId, Set<Integer>> lost = new HashMap<>();
    List<Outbound> unanswered = new ArrayList<>();
    for (TraceStep step : steps) {
      Optional<Outbound> onItsWay = named(step.decision()).flatMap(name -> takeOut(held, name));
      if (step.outcome() == TraceStep.Outcome.UNKNOWN) {
        onItsWay.ifPresent(unanswered::add);
      }
      if (step.decision() instanceof Decision.Crash crash) {
        if (step.outcome() == TraceStep.Outcome.UNKNOWN) {
          lost.put(crash.server(), orphans(held, crash.server()));
        } else {
          lost.remove(crash.server());
          die(held, crash.server());
        }
      }
      if (step.decision() instanceof Decision.Resume resume) {
        reachAgain(held, lost.remove(resume.server()));
      }
      for (NodeEvent event : step.events()) {
        reachAgain(held, lost.remove(event.node()));
        switch (event.kind()) {
          case HELD, DUPLICATED -> {
            entered.add(event.message().orElseThrow());
            held.add(item(++passages, event, entered));
          }
          case UNKNOWN -> {
            boolean waited = remove(held, item -> isOf(event, item));
            boolean given =
                event.details().outcome().orElse(NodeEvent.CallOutcome.UNKNOWN)
                    == NodeEvent.CallOutcome.UNKNOWN;
            if (waited && given) {
              event.message().ifPresent(unanswered::add);
            }
          }
          case DROPPED, TIMER -> remove(held, item -> isOf(event, item));
          case STARTED -> die(held, event.node());
          case RESTARTED -> held.removeIf(item -> item.owner().equals(event.node()));
          case HANDLED, REFUSED, IGNORED -> {
            if (event.message().isPresent() && event.message().equals(onItsWay)) {
              unanswered.remove(onItsWay.orElseThrow());
              onItsWay = Optional.empty();
            } else if (event.itemId().isEmpty()
                && event.message().filter(unanswered::remove).isPresent()) {
              passages++;
            } else if (event.message().isPresent() && !leaves(held, event)) {
              passages++;
            }
          }
          case PROPOSED, DECIDED, COMMITTED, ANSWERED, EXTERNAL -> {
            // Nothing enters or leaves a gate.
          }
        }
      }
    }
    return held;
  }

  private static Set<Integer> orphans(List<HeldItem> held, ServerId owner) {
    Set<Integer> serials = new HashSet<>();
    held.replaceAll(
        item -> {
          if (!item.owner().equals(owner) || item.orphaned()) {
            return item;
          }
          serials.add(item.serial());
          return with(item, true);
        });
    return serials;
  }

  private static void reachAgain(List<HeldItem> held, Set<Integer> serials) {
    if (serials != null) {
      held.replaceAll(item -> serials.contains(item.serial()) ? with(item, false) : item);
    }
  }

  private static HeldItem with(HeldItem item, boolean orphaned) {
    return new HeldItem(
        item.serial(), item.name(), item.content(), item.owner(), item.gateId(), orphaned);
  }

  private static Optional<ItemName> named(Decision decision) {
    return switch (decision) {
      case Decision.Deliver deliver -> Optional.of(deliver.item());
      case Decision.Fire fire -> Optional.of(fire.item());
      case Decision.Drop drop -> Optional.of(drop.item());
      default -> Optional.empty();
    };
  }

  private static Optional<Outbound> takeOut(List<HeldItem> held, ItemName name) {
    Optional<Outbound> content =
        held.stream().filter(item -> item.name().equals(name)).map(HeldItem::content).findFirst();
    remove(held, item -> item.name().equals(name));
    return content;
  }

  private static HeldItem item(int serial, NodeEvent event, List<Outbound> entered) {
    Outbound content = entered.getLast();
    int occurrence = 0;
    for (Outbound other : entered) {
      if (other.kind() == content.kind()
          && other.from().equals(content.from())
          && other.to().equals(content.to())
          && other.number().equals(content.number())) {
        occurrence++;
      }
    }
    ItemName name =
        new ItemName(content.kind(), content.from(), content.to(), content.number(), occurrence);
    return new HeldItem(serial, name, content, event.node(), event.itemId().orElse(""), false);
  }

  private static boolean isOf(NodeEvent event, HeldItem item) {
    return item.owner().equals(event.node()) && event.itemId().equals(Optional.of(item.gateId()));
  }

  private static boolean leaves(List<HeldItem> held, NodeEvent event) {
    return event.itemId().isPresent()
        ? remove(held, item -> isOf(event, item))
        : remove(
            held, item -> !item.orphaned() && event.message().equals(Optional.of(item.content())));
  }

  private static boolean remove(List<HeldItem> held, Predicate<HeldItem> wanted) {
    for (int i = 0; i < held.size(); i++) {
      if (wanted.test(held.get(i))) {
        held.remove(i);
        return true;
      }
    }
    return false;
  }

  private static void die(List<HeldItem> held, ServerId owner) {
    held.removeIf(item -> item.owner().equals(owner) && item.content().leg() == Leg.TIMER);
    held.replaceAll(item -> item.owner().equals(owner) ? with(item, true) : item);
  }
}
