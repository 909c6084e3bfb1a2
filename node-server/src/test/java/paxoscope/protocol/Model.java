package paxoscope.protocol;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster, its network and its clients, as a graph of states: which moves there are in a state,
 * and where each leads. Because the protocol is pure, a server's reaction to an input is computed
 * once and then looked up.
 *
 * <p>A message that never arrives needs no move: it may stay on its way for ever. A message that
 * can never again make a difference is taken off its way at once ({@link #isSpent}); this leaves
 * out only states that differ in nothing else.
 */
final class Model {

  /** Which messages wait on their way, so that everything else may happen before they arrive. */
  enum Network {
    /** All of them. */
    EVERY_MESSAGE_WAITS,
    /** All but those that can make no difference any more. */
    SPENT_MESSAGES_VANISH,
    /** As before, and Commits arrive at once: they change nothing but what is learned and seen. */
    COMMITS_ARRIVE_AT_ONCE
  }

  /**
   * What may happen, and how often.
   *
   * @param clients for each server the requests of its clients, one after the other. A first one
   *     that names its round is made at once: its Prepares may wait as long as the client could
   *     have
   * @param losses how many messages may be lost so that the caller notices
   * @param duplicates how many times a message may arrive once more
   * @param crashes how many times a server may crash and recover
   * @param network which messages wait
   */
  record Bounds(
      Map<ServerId, List<Input.Propose>> clients,
      int losses,
      int duplicates,
      int crashes,
      Network network) {}

  /** Is told of each move that is possible in a state, and of the state it leads to. */
  interface Visitor {
    void visit(Move move, World next);
  }

  /** A server, and how many of its clients have asked. */
  private record Node(Participant participant, int asked) {}

  /** What an input does: the server afterwards, the messages sent, and what history it makes. */
  private record Reaction(int node, int[] sent, int history) {}

  /** What a server may do of its own accord. */
  private record OwnMove(Move move, Reaction reaction) {}

  private final Membership membership;
  private final Rules rules;
  private final Bounds bounds;
  private final List<Message> forged;
  private final Catalogue<Node> nodes = new Catalogue<>();
  private final Catalogue<Message> messages = new Catalogue<>();
  private final Catalogue<History> histories = new Catalogue<>();
  private final Map<History, Set<Proposal>> chosenIn = new IdentityHashMap<>();
  private final List<Reaction> reactions = new ArrayList<>();
  private final List<List<OwnMove>> ownMoves = new ArrayList<>();
  private final PairTable toMessage = new PairTable(this::reactToMessage);
  private final PairTable toLoss = new PairTable(this::reactToLoss);
  private final PairTable historyAfter =
      new PairTable(
          (before, more) -> histories.numberOf(histories.thing(before).and(histories.thing(more))));

  Model(Membership membership, Rules rules, Bounds bounds) {
    this(membership, rules, bounds, List.of());
  }

  /**
   * A model in which somebody lies.
   *
   * @param forged messages on their way from the start that no server has sent; Paxos has no answer
   *     to them, so that a search must find the harm they do
   */
  Model(Membership membership, Rules rules, Bounds bounds, List<Message> forged) {
    this.membership = membership;
    this.rules = rules;
    this.bounds = bounds;
    this.forged = forged;
    histories.numberOf(History.EMPTY);
  }

  World initial() {
    int[] servers =
        membership.servers().stream()
            .mapToInt(server -> nodes.numberOf(new Node(start(server, DurableState.INITIAL), 0)))
            .toArray();
    World world =
        new World(
            servers,
            forged.stream().mapToInt(messages::numberOf).sorted().toArray(),
            0,
            bounds.losses,
            bounds.duplicates,
            bounds.crashes);
    for (int index = 0; index < servers.length; index++) {
      Node node = nodes.thing(servers[index]);
      Optional<Input.Propose> request = nextRequest(node);
      if (request.isPresent() && request.get().options().firstRound().isPresent()) {
        world = after(world, index, react(node, request.get(), node.asked + 1));
      }
    }
    return world;
  }

  private Participant start(ServerId server, DurableState durable) {
    return Participant.start(server, membership, rules, durable);
  }

  Property.View view(World world) {
    List<Participant> servers = new ArrayList<>();
    for (int node : world.servers()) {
      servers.add(nodes.thing(node).participant);
    }
    History history = histories.thing(world.history());
    Set<Proposal> chosen = chosenIn.computeIfAbsent(history, it -> it.chosen(membership));
    return new Property.View(servers, history, chosen);
  }

  void forEachMove(World world, Visitor visitor) {
    for (int index = 0; index < world.servers().length; index++) {
      for (OwnMove own : ownMoves(world.servers()[index])) {
        visitor.visit(own.move, after(world, index, own.reaction));
      }
      if (world.crashes() > 0) {
        crash(world, index, visitor);
      }
    }
    int[] network = world.network();
    for (int index = 0; index < network.length; index++) {
      if (index == 0 || network[index] != network[index - 1]) {
        moveMessage(world, index, visitor);
      }
    }
  }

  private void moveMessage(World world, int index, Visitor visitor) {
    int number = world.network()[index];
    Message message = messages.thing(number);
    World without = world.without(index);
    visitor.visit(new Move.Deliver(message), deliver(without, number));
    if (world.duplicates() > 0) {
      World once = world.withDuplicates(world.duplicates() - 1);
      visitor.visit(new Move.DeliverCopy(message), deliver(once, number));
    }
    if (world.losses() > 0) {
      World lost = without.withLosses(world.losses() - 1);
      int caller = callerOf(message).number() - 1;
      visitor.visit(
          new Move.Lose(message),
          after(lost, caller, reactions.get(toLoss.get(lost.servers()[caller], number))));
    }
  }

  private World deliver(World world, int message) {
    int receiver = messages.thing(message).to().number() - 1;
    return after(world, receiver, reactionTo(world, message));
  }

  private Reaction reactionTo(World world, int message) {
    int receiver = messages.thing(message).to().number() - 1;
    return reactions.get(toMessage.get(world.servers()[receiver], message));
  }

  private void crash(World world, int index, Visitor visitor) {
    Node node = nodes.thing(world.servers()[index]);
    ServerId self = node.participant.self();
    Node recovered = new Node(start(self, node.participant.durable()), node.asked);
    Reaction reaction = new Reaction(nodes.numberOf(recovered), new int[0], 0);
    visitor.visit(
        new Move.CrashAndRecover(self),
        after(world.withCrashes(world.crashes() - 1), index, reaction));
  }

  private World after(World world, int server, Reaction reaction) {
    int history = historyAfter.get(world.history(), reaction.history);
    return settle(world.with(server, reaction.node, reaction.sent, history));
  }

  private World settle(World world) {
    if (bounds.network == Network.EVERY_MESSAGE_WAITS) {
      return world;
    }
    World settled = world;
    for (int index = world.network().length - 1; index >= 0; index--) {
      int message = world.network()[index];
      if (bounds.network == Network.COMMITS_ARRIVE_AT_ONCE
          && messages.thing(message) instanceof Message.Commit) {
        return deliver(world.without(index), message);
      }
      if (isSpent(world, message)) {
        settled = settled.without(index);
      }
    }
    return settled;
  }

  /**
   * Says whether a message is of no more use: its receiver stays as it is, and all that it answers
   * is spent too. With every rule on that stays so, because promises only rise, the first answer
   * counts, and a number is never used again.
   */
  private boolean isSpent(World world, int message) {
    Reaction reaction = reactionTo(world, message);
    int receiver = messages.thing(message).to().number() - 1;
    if (reaction.node != world.servers()[receiver]
        || historyAfter.get(world.history(), reaction.history) != world.history()) {
      return false;
    }
    for (int answer : reaction.sent) {
      if (!isSpent(world, answer)) {
        return false;
      }
    }
    return true;
  }

  private List<OwnMove> ownMoves(int node) {
    while (ownMoves.size() <= node) {
      ownMoves.add(null);
    }
    if (ownMoves.get(node) == null) {
      ownMoves.set(node, ownMoves(nodes.thing(node)));
    }
    return ownMoves.get(node);
  }

  private List<OwnMove> ownMoves(Node node) {
    ServerId self = node.participant.self();
    List<OwnMove> moves = new ArrayList<>();
    if (node.participant.proposers().isEmpty()) {
      nextRequest(node)
          .ifPresent(
              request ->
                  moves.add(
                      new OwnMove(
                          new Move.Propose(self, request), react(node, request, node.asked + 1))));
    }
    for (Proposer proposer : node.participant.proposers().values()) {
      boolean waits = proposer.phase() == Proposer.Phase.WAITING;
      Outbound.Kind kind = waits ? Outbound.Kind.RETRY : Outbound.Kind.TIME_OUT;
      Timer timer = new Timer(kind, self, proposer.number(), proposer.attempt());
      moves.add(
          new OwnMove(new Move.Fire(timer), react(node, new Input.TimerFired(timer), node.asked)));
    }
    return moves;
  }

  private Optional<Input.Propose> nextRequest(Node node) {
    List<Input.Propose> requests = bounds.clients.getOrDefault(node.participant.self(), List.of());
    return node.asked < requests.size() ? Optional.of(requests.get(node.asked)) : Optional.empty();
  }

  private int reactToMessage(int node, int message) {
    Node server = nodes.thing(node);
    reactions.add(react(server, new Input.Received(messages.thing(message)), server.asked));
    return reactions.size() - 1;
  }

  private int reactToLoss(int node, int message) {
    Node server = nodes.thing(node);
    reactions.add(
        requestOf(messages.thing(message), server.participant)
            .map(request -> react(server, new Input.Unanswered(request), server.asked))
            .orElse(new Reaction(node, new int[0], 0)));
    return reactions.size() - 1;
  }

  private Reaction react(Node node, Input input, int asked) {
    try {
      Step step = node.participant.handle(input);
      int[] sent =
          step.outputs().stream()
              .filter(Output.Send.class::isInstance)
              .mapToInt(output -> messages.numberOf(((Output.Send) output).message()))
              .toArray();
      return new Reaction(
          nodes.numberOf(new Node(step.next(), asked)),
          sent,
          histories.numberOf(History.of(input, step)));
    } catch (ProtocolViolation violation) {
      return new Reaction(
          nodes.numberOf(node), new int[0], histories.numberOf(History.of(violation)));
    }
  }

  private static ServerId callerOf(Message message) {
    return switch (message) {
      case Message.Request request -> request.from();
      case Message.Reply reply -> reply.to();
    };
  }

  /** The request of the call that a message belongs to; empty if its caller has moved on. */
  private static Optional<Message.Request> requestOf(Message message, Participant caller) {
    if (message instanceof Message.Request request) {
      return Optional.of(request);
    }
    Proposer proposer = caller.proposers().get(message.number());
    if (proposer == null) {
      return Optional.empty();
    }
    boolean accepting =
        message.kind() == Outbound.Kind.ACCEPTED
            || (message instanceof Message.Nack nack && nack.refused() == Outbound.Kind.ACCEPT);
    if (!accepting) {
      return Optional.of(new Message.Prepare(message.to(), message.from(), message.number()));
    }
    return proposer
        .proposed()
        .map(
            value ->
                new Message.Accept(
                    message.to(), message.from(), new Proposal(message.number(), value)));
  }
}
