package paxoscope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Where things stand in a growing run, so that nobody has to read the whole of it to find them:
 * each message's way, the steps in which a server changed or reported something, those in which
 * something was decided, and those that tell of a proposal. Used under the lock of its trace.
 */
final class TraceIndex implements Traffic {

  private record Report(ServerId server, NodeEvent.Kind kind) {}

  private static final Numbers NONE = new Numbers();

  private final Membership membership;
  private final List<Passage> passages = new ArrayList<>();
  private final Numbers beginnings = new Numbers();
  private final Numbers arrivals = new Numbers();
  private final Map<ServerId, Numbers> messagesOf = new HashMap<>();
  private final Map<ServerId, Numbers> changesOf = new HashMap<>();
  private final Map<ServerId, Numbers> turnsOf = new HashMap<>();
  private final Map<Report, Numbers> reports = new HashMap<>();
  private final Map<ProposalNumber, Numbers> stepsAbout = new HashMap<>();
  private final Map<ProposalNumber, Numbers> mentionsOf = new HashMap<>();
  private final Numbers wirings = new Numbers();
  private final Numbers landmarks = new Numbers();
  private final OvertakingIndex overtakings;
  private int chosenStep;

  TraceIndex(Membership membership) {
    this.membership = membership;
    this.overtakings = new OvertakingIndex(membership);
  }

  /** Takes in what a step tells beside its traffic, which the fold reports. */
  void add(TraceStep step, ClusterState before, ClusterState after) {
    int number = after.cursor();
    for (ServerView server : before.servers()) {
      int changes = ServerChange.in(step, number, server).size();
      for (int i = 0; i < changes; i++) {
        changesOf.computeIfAbsent(server.server(), _ -> new Numbers()).add(number);
      }
      // Also one that was given up, and answers late, is back.
      ServerView now = after.server(server.server());
      if (server.alive() != now.alive() || server.paused() != now.paused()) {
        turnsOf.computeIfAbsent(server.server(), _ -> new Numbers()).add(number);
      }
    }
    switch (step.decision()) {
      case Decision.Restart _ ->
          membership.servers().forEach(server -> report(server, NodeEvent.Kind.RESTARTED, number));
      case Decision.Cut _, Decision.Heal _ -> wirings.add(number);
      case Decision.Propose _,
          Decision.Deliver _,
          Decision.Fire _,
          Decision.Drop _,
          Decision.Duplicate _,
          Decision.Resend _,
          Decision.Crash _,
          Decision.Recover _,
          Decision.Pause _,
          Decision.Resume _,
          Decision.Observed _ -> {
        // What these change is in the events, or in what the servers are after them.
      }
    }
    if (before.chosen().isEmpty() && after.chosen().isPresent()) {
      chosenStep = number;
    }
    boolean landmark = chosenStep == number;
    for (NodeEvent event : step.events()) {
      report(event.node(), event.kind(), number);
      landmark |= event.kind() == NodeEvent.Kind.DECIDED || event.kind() == NodeEvent.Kind.ANSWERED;
      event.message().ifPresent(message -> about(message, number));
    }
    step.subject().ifPresent(subject -> about(subject, number));
    overtakings.add(step, before, after);
    if (landmark) {
      landmarks.add(number);
    }
  }

  private void report(ServerId server, NodeEvent.Kind kind, int step) {
    append(reports.computeIfAbsent(new Report(server, kind), _ -> new Numbers()), step);
  }

  private void about(Outbound item, int step) {
    append(stepsAbout.computeIfAbsent(item.number(), _ -> new Numbers()), step);
    Mentions.in(item)
        .ifPresent(number -> append(mentionsOf.computeIfAbsent(number, _ -> new Numbers()), step));
  }

  private static void append(Numbers numbers, int step) {
    if (!numbers.endsWith(step)) {
      numbers.add(step);
    }
  }

  @Override
  public void entered(HeldItem item, int step) {
    begin(passage(item, step, Passage.NOT_YET, Passage.End.WAITING), step);
    overtakings.waits(item.content());
  }

  @Override
  public void ended(HeldItem item, int step, Passage.End end) {
    int place = item.serial() - 1;
    boolean known = passages.get(place).arrived();
    passages.set(place, passages.get(place).ended(step, end));
    if (!known) {
      noteArrival(passages.get(place));
    }
  }

  private void noteArrival(Passage passage) {
    if (passage.arrived() && passage.content().leg() != Leg.TIMER) {
      arrivals.add(passage.serial());
    }
  }

  @Override
  public void arrivedFromElsewhere(
      HeldItem arrival, Optional<HeldItem> original, int step, Passage.End end) {
    int sent = original.map(item -> passages.get(item.serial() - 1).sentStep()).orElse(step);
    Passage passage = passage(arrival, sent, step, end);
    begin(passage, step);
    noteArrival(passage);
  }

  private static Passage passage(HeldItem item, int sent, int endStep, Passage.End end) {
    return new Passage(
        item.serial(),
        item.name(),
        item.content(),
        item.owner(),
        item.gateId(),
        sent,
        endStep,
        end);
  }

  private void begin(Passage passage, int step) {
    passages.add(passage);
    beginnings.add(step);
    if (passage.content().leg() == Leg.TIMER) {
      return;
    }
    ServerId from = passage.content().from();
    ServerId to = passage.content().to();
    messagesOf.computeIfAbsent(from, _ -> new Numbers()).add(passage.serial());
    if (!from.equals(to)) {
      messagesOf.computeIfAbsent(to, _ -> new Numbers()).add(passage.serial());
    }
  }

  Passage passage(int serial) {
    return passages.get(serial - 1);
  }

  /** How many passages have begun until a moment: their serials are 1 to this. */
  int begunBy(int cursor) {
    return beginnings.countUpTo(cursor);
  }

  /** The latest of that name: looked for where its proposal is told of, from the end. */
  Optional<Passage> passageNamed(ItemName name) {
    for (int step : stepsAbout(name.number(), Integer.MAX_VALUE).reversed()) {
      for (int serial = begunBy(step); serial > begunBy(step - 1); serial--) {
        if (passage(serial).name().equals(name)) {
          return Optional.of(passage(serial));
        }
      }
    }
    return Optional.empty();
  }

  /** The serials of the messages that a server has sent, or was sent, until a moment. */
  List<Integer> messagesOf(ServerId server, int cursor) {
    Numbers serials = messagesOf.getOrDefault(server, NONE);
    return serials.first(serials.countUpTo(begunBy(cursor)));
  }

  List<Integer> arrivals() {
    return arrivals.all();
  }

  List<Integer> changesOf(ServerId server, int cursor) {
    return until(cursor, changesOf.getOrDefault(server, NONE));
  }

  List<Integer> turnsOf(ServerId server, int cursor) {
    return until(cursor, turnsOf.getOrDefault(server, NONE));
  }

  List<Integer> wirings(int cursor) {
    return until(cursor, wirings);
  }

  List<Integer> landmarks() {
    return landmarks.all();
  }

  int chosenStep() {
    return chosenStep;
  }

  OvertakingIndex overtakings() {
    return overtakings;
  }

  List<Integer> stepsWith(ServerId server, NodeEvent.Kind kind, int cursor) {
    return until(cursor, reports.getOrDefault(new Report(server, kind), NONE));
  }

  List<Integer> stepsAbout(ProposalNumber number, int cursor) {
    return until(cursor, stepsAbout.getOrDefault(number, NONE));
  }

  List<Integer> mentionsOf(ProposalNumber number, int cursor) {
    return until(cursor, mentionsOf.getOrDefault(number, NONE));
  }

  private static List<Integer> until(int cursor, Numbers steps) {
    return steps.first(steps.countUpTo(cursor));
  }
}
