package paxoscope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Where things stand in a growing run, so that nobody has to read the whole of it to find them:
 * each message's way, the steps in which a server changed, those in which something was decided,
 * and those that tell of a proposal. Used under the lock of its trace.
 */
final class TraceIndex implements Traffic {

  private final List<Passage> passages = new ArrayList<>();
  private final Numbers beginnings = new Numbers();
  private final Map<ServerId, Numbers> passagesOf = new HashMap<>();
  private final Map<ServerId, Numbers> changesOf = new HashMap<>();
  private final Map<ServerId, NodeState> lastState = new HashMap<>();
  private final Map<ProposalNumber, Numbers> stepsAbout = new HashMap<>();
  private final Numbers landmarks = new Numbers();

  /** Takes in what a step tells beside its traffic, which the fold reports. */
  void add(TraceStep step, int number, boolean chosenNow) {
    switch (step.decision()) {
      case Decision.Crash crash -> changed(crash.server(), number);
      case Decision.Recover recover -> changed(recover.server(), number);
      case Decision.Restart _,
          Decision.Propose _,
          Decision.Deliver _,
          Decision.Fire _,
          Decision.Drop _,
          Decision.Duplicate _,
          Decision.Resend _,
          Decision.Observed _ -> {
        // What these change is in the events.
      }
    }
    boolean landmark = chosenNow;
    for (NodeEvent event : step.events()) {
      NodeState before = lastState.put(event.node(), event.state());
      if (differs(before, event.state()) || event.kind() == NodeEvent.Kind.REFUSED) {
        changed(event.node(), number);
      }
      landmark |= event.kind() == NodeEvent.Kind.DECIDED || event.kind() == NodeEvent.Kind.ANSWERED;
      event.message().ifPresent(message -> about(message, number));
    }
    step.subject().ifPresent(subject -> about(subject, number));
    if (landmark) {
      landmarks.add(number);
    }
  }

  private static boolean differs(NodeState before, NodeState now) {
    return before == null
        ? now.promised().isPresent() || now.accepted().isPresent()
        : !before.promised().equals(now.promised())
            || !before.accepted().equals(now.accepted())
            || !before.committed().equals(now.committed())
            || !before.fileContents().equals(now.fileContents());
  }

  private void changed(ServerId server, int step) {
    append(changesOf.computeIfAbsent(server, _ -> new Numbers()), step);
  }

  private void about(Outbound item, int step) {
    about(item.number(), step);
    Optional<ProposalNumber> mentioned =
        switch (item) {
          case Message.Promise promise -> promise.accepted().map(Proposal::number);
          case Message.Nack nack -> Optional.of(nack.promised());
          default -> Optional.empty();
        };
    mentioned.ifPresent(number -> about(number, step));
  }

  private void about(ProposalNumber number, int step) {
    append(stepsAbout.computeIfAbsent(number, _ -> new Numbers()), step);
  }

  private static void append(Numbers numbers, int step) {
    if (!numbers.endsWith(step)) {
      numbers.add(step);
    }
  }

  @Override
  public void entered(HeldItem item, int step) {
    begin(passage(item, step, Passage.NOT_YET, Passage.End.WAITING), step);
  }

  @Override
  public void ended(HeldItem item, int step, Passage.End end) {
    int place = item.serial() - 1;
    passages.set(place, passages.get(place).ended(step, end));
  }

  @Override
  public void arrivedFromElsewhere(
      HeldItem arrival, Optional<HeldItem> original, int step, Passage.End end) {
    int sent = original.map(item -> passages.get(item.serial() - 1).sentStep()).orElse(step);
    begin(passage(arrival, sent, step, end), step);
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
    ServerId from = passage.content().from();
    ServerId to = passage.content().to();
    passagesOf.computeIfAbsent(from, _ -> new Numbers()).add(passage.serial());
    if (!from.equals(to)) {
      passagesOf.computeIfAbsent(to, _ -> new Numbers()).add(passage.serial());
    }
  }

  Passage passage(int serial) {
    return passages.get(serial - 1);
  }

  /** How many passages have begun until a moment: their serials are 1 to this. */
  int begunBy(int cursor) {
    return beginnings.countUpTo(cursor);
  }

  /** The serials of what a server has sent, or was sent, until a moment. */
  List<Integer> passagesOf(ServerId server, int cursor) {
    Numbers serials = passagesOf.getOrDefault(server, new Numbers());
    return serials.first(serials.countUpTo(begunBy(cursor)));
  }

  List<Integer> changesOf(ServerId server, int cursor) {
    Numbers changes = changesOf.getOrDefault(server, new Numbers());
    return changes.first(changes.countUpTo(cursor));
  }

  List<Integer> landmarks() {
    return landmarks.first(landmarks.countUpTo(Integer.MAX_VALUE));
  }

  List<Integer> stepsAbout(ProposalNumber number, int cursor) {
    Numbers steps = stepsAbout.getOrDefault(number, new Numbers());
    return steps.first(steps.countUpTo(cursor));
  }
}
