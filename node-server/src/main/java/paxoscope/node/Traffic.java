package paxoscope.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/**
 * Moves things through the gate: puts them in, lets them go as the mode says or when somebody
 * releases them, makes the calls, and puts the replies in. Runs on the mailbox's thread.
 */
final class Traffic {

  /** Who handles what comes out of the gate at this node. */
  interface Receiver {
    /**
     * A reply has arrived, or a timer has fired.
     *
     * @param item what left the gate
     */
    void arrive(OutboundGate.Item item);

    /**
     * No answer will come to a request.
     *
     * @param request the request
     */
    void unanswered(Message.Request request);

    /**
     * A server has refused a Commit, because it has committed another value.
     *
     * @param commit the Commit
     * @param reason what the server says
     */
    void contradicted(Message.Commit commit, String reason);
  }

  private final ServerId self;
  private final int incarnation;
  private final OutboundGate gate;
  private final Fates fates = new Fates();
  private final Courier courier;
  private final Alarms alarms;
  private final Journal journal;
  private final Consumer<Journal.Entry> record;
  private final Receiver receiver;
  private final Map<String, OutboundGate.Item> underWay = new LinkedHashMap<>();
  private final Deque<OutboundGate.Item> ready = new ArrayDeque<>();
  private final List<String> placed = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private String run;
  private int epoch;

  /** How a call ended that has brought no answer: in the journal, and for who released it. */
  private enum End {
    UNREACHABLE(NodeEvent.CallOutcome.UNREACHABLE, Delivery.Outcome.UNREACHABLE),
    REFUSED(NodeEvent.CallOutcome.REFUSED, Delivery.Outcome.HANDLED),
    UNKNOWN(NodeEvent.CallOutcome.UNKNOWN, Delivery.Outcome.UNKNOWN);

    private final NodeEvent.CallOutcome journalled;
    private final Delivery.Outcome told;

    End(NodeEvent.CallOutcome journalled, Delivery.Outcome told) {
      this.journalled = journalled;
      this.told = told;
    }
  }

  /** An item that has left the gate, and what those who wait for its delivery will be told. */
  private record Leaving(OutboundGate.Item item, CompletableFuture<Delivery> delivery) {}

  /**
   * What traffic needs of the node around it.
   *
   * @param courier makes the calls
   * @param alarms the clock of an open gate
   * @param journal for the logical clock
   * @param record writes an event
   * @param receiver handles replies and timers
   */
  record Surroundings(
      Courier courier,
      Alarms alarms,
      Journal journal,
      Consumer<Journal.Entry> record,
      Receiver receiver) {}

  Traffic(ServerId self, StoredState state, OutboundGate gate, Surroundings surroundings) {
    this.self = self;
    this.incarnation = state.incarnation();
    this.run = state.run();
    this.gate = gate;
    this.courier = surroundings.courier();
    this.alarms = surroundings.alarms();
    this.journal = surroundings.journal();
    this.record = surroundings.record();
    this.receiver = surroundings.receiver();
  }

  /** Puts a message or timer into the gate. An open gate lets it go at the next {@link #settle}. */
  String put(Outbound content, Optional<Integer> timerMillis) {
    OutboundGate.Item item = gate.add(content, timerMillis, run, epoch);
    placed.add(item.held().id());
    record.accept(Journal.Entry.of(NodeEvent.Kind.HELD, item, ""));
    letGoIfOpen(item);
    return item.held().id();
  }

  private void letGoIfOpen(OutboundGate.Item item) {
    if (gate.mode() == GateMode.OPEN) {
      int wait = item.held().delayMillis().orElse(gate.delayMillis());
      if (wait == 0) {
        ready.add(item);
      } else {
        gate.waits(item, alarms.after(wait, () -> ready.add(item)));
      }
    }
  }

  /** Takes a timer out that is of no use any more. */
  void cancel(Timer timer) {
    gate.findFirst(timer::equals)
        .ifPresent(
            item -> {
              gate.remove(item);
              record.accept(
                  Journal.Entry.of(
                      NodeEvent.Kind.DROPPED, item, "The wait is over before its time."));
            });
  }

  /** Releases what the open gate lets go by itself. */
  void settle() {
    while (!ready.isEmpty()) {
      OutboundGate.Item item = ready.remove();
      if (gate.find(item.held().id()).isPresent()) {
        release(item);
      }
    }
  }

  /** Answers those whose deliveries are done. The last thing of every task. */
  void answer() {
    answers.forEach(Runnable::run);
    answers.clear();
    placed.clear();
  }

  CompletableFuture<Delivery> deliver(String id) {
    return fates.delivery(id).orElseGet(() -> release(waiting(id)));
  }

  private OutboundGate.Item waiting(String id) {
    return gate.find(id)
        .orElseThrow(
            () ->
                new NodeFault(
                    NodeFault.Code.NO_SUCH_ITEM,
                    "The gate of %s holds no item '%s': it has left, was dropped, or never was there."
                        .formatted(self, id)));
  }

  private CompletableFuture<Delivery> release(OutboundGate.Item item) {
    gate.remove(item);
    Leaving leaving = new Leaving(item, fates.begin(item.held().id()));
    if (item.held().content() instanceof Message.Request request) {
      underWay.put(item.held().id(), item);
      courier.send(request, meta(item), end -> returned(leaving, request, end));
    } else {
      int before = placed.size();
      receiver.arrive(item);
      done(leaving, Delivery.Outcome.HANDLED, placedSince(before));
    }
    return leaving.delivery();
  }

  private List<String> placedSince(int before) {
    return List.copyOf(placed.subList(before, placed.size()));
  }

  private NodeApi.Meta meta(OutboundGate.Item item) {
    return new NodeApi.Meta(
        item.held().run(), journal.clock(), Optional.of(self.number()), incarnation, "");
  }

  private void returned(Leaving leaving, Message.Request request, Courier.Ended end) {
    String id = leaving.item().held().id();
    underWay.remove(id);
    List<String> replies =
        switch (end.result()) {
          case Courier.Result.Answered answered -> answered(leaving, answered.answer());
          case Courier.Result.Refused refused -> refused(leaving, request, refused.fault());
          case Courier.Result.Unreachable unreachable ->
              failed(leaving, request, End.UNREACHABLE, unreachable.reason());
          case Courier.Result.Silent silent ->
              failed(leaving, request, End.UNKNOWN, silent.reason());
        };
    Set<String> ids = new LinkedHashSet<>(replies);
    ids.add(id);
    end.exchange().ifPresent(exchange -> fates.remember(ids, exchange));
  }

  private List<String> refused(Leaving leaving, Message.Request request, NodeFault fault) {
    if (fault.code() == NodeFault.Code.PROTOCOL_VIOLATION
        && request instanceof Message.Commit commit) {
      receiver.contradicted(commit, fault.getMessage());
    }
    return failed(leaving, request, endOf(fault), fault.getMessage());
  }

  // A node that refuses a call has dealt with it, and says so in its journal; one that has failed
  // inside may have got any distance.
  private static End endOf(NodeFault fault) {
    return switch (fault.code()) {
      case NOT_A_CALL,
          NO_SUCH_METHOD,
          BAD_PARAMETER,
          PROTOCOL_VIOLATION,
          OTHER_RUN,
          DRIVEN_BY_ANOTHER,
          NO_SUCH_ITEM ->
          End.REFUSED;
      case NOT_AVAILABLE, INTERNAL -> End.UNKNOWN;
    };
  }

  private List<String> answered(Leaving leaving, NodeApi.Answer answer) {
    OutboundGate.Item item = leaving.item();
    journal.observe(answer.clock());
    List<String> caused = new ArrayList<>();
    for (Message reply : answer.replies()) {
      if (item.epoch() == epoch) {
        caused.add(put(reply, Optional.empty()));
      } else {
        record.accept(
            Journal.Entry.of(
                NodeEvent.Kind.IGNORED, reply, "It answers a message from before the restart."));
      }
    }
    done(leaving, Delivery.Outcome.HANDLED, caused);
    return caused;
  }

  private List<String> failed(Leaving leaving, Message.Request request, End end, String reason) {
    record.accept(
        Journal.Entry.of(NodeEvent.Kind.UNKNOWN, leaving.item(), reason)
            .withOutcome(end.journalled));
    int before = placed.size();
    if (leaving.item().epoch() == epoch) {
      receiver.unanswered(request);
    }
    done(leaving, end.told, placedSince(before));
    return List.of();
  }

  private void done(Leaving leaving, Delivery.Outcome outcome, List<String> caused) {
    answers.add(() -> leaving.delivery().complete(new Delivery(outcome, caused)));
  }

  void drop(String id) {
    if (!fates.isDropped(id)) {
      OutboundGate.Item item = message(id, "lost");
      gate.remove(item);
      fates.drop(id);
      record.accept(Journal.Entry.of(NodeEvent.Kind.DROPPED, item, ""));
    }
  }

  String duplicate(String id, Optional<String> token) {
    Optional<Fates.Copy> before = token.flatMap(fates::copy);
    if (before.isPresent()) {
      return before.get().of(id);
    }
    String copy = duplicate(id);
    token.ifPresent(given -> fates.remember(given, new Fates.Copy(id, copy)));
    return copy;
  }

  private String duplicate(String id) {
    OutboundGate.Item original = message(id, "doubled");
    if (gate.isFull()) {
      throw new NodeFault(
          NodeFault.Code.NOT_AVAILABLE, "The gate of " + self + " is full: release something.");
    }
    OutboundGate.Item copy = gate.duplicate(original);
    record.accept(Journal.Entry.of(NodeEvent.Kind.DUPLICATED, copy, "A copy of " + id + "."));
    letGoIfOpen(copy);
    return copy.held().id();
  }

  private OutboundGate.Item message(String id, String fate) {
    OutboundGate.Item item = waiting(id);
    if (item.held().content().leg() == Leg.TIMER) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "'%s' is a timer: only a message can be %s.".formatted(id, fate));
    }
    return item;
  }

  /** Opens the gate, so that everything leaves in order, or stops everything that has not left. */
  void setMode(GateMode mode) {
    if (mode != gate.mode()) {
      gate.setMode(mode);
      gate.cancelAlarms();
      ready.clear();
      gate.items().forEach(this::letGoIfOpen);
    }
  }

  void setDelay(int millis) {
    gate.setDelayMillis(millis);
  }

  /** Forgets what waits, and ignores what comes back of what is under way. */
  void forget(String newRun) {
    gate.clear();
    ready.clear();
    epoch++;
    run = newRun;
  }

  /** Whether a decided proposal has no Commit under way, and none to this node in the gate. */
  boolean isCommitSettled(ProposalNumber number) {
    return underWay.values().stream()
            .noneMatch(item -> item.epoch() == epoch && isCommit(item.held().content(), number))
        && gate.findFirst(content -> isCommit(content, number) && content.to().equals(self))
            .isEmpty();
  }

  private static boolean isCommit(Outbound content, ProposalNumber number) {
    return content instanceof Message.Commit commit && commit.number().equals(number);
  }

  void stop() {
    fates.stop();
  }

  Optional<NodeApi.Exchange> exchange(String id) {
    return fates.exchange(id);
  }
}
