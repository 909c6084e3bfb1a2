package paxoscope.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import paxoscope.journal.GateMode;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeFault;

/**
 * The clients that wait for an answer. With an open gate their proposals run one after another, for
 * two at one node would only overtake each other; with the gate on hold each begins at once,
 * because whoever holds the gate decides what meets what.
 */
final class ClientProposals {

  /**
   * How many clients may wait before further ones are refused. Each keeps a connection: enough of
   * those that a node has must be left for whoever releases what they wait for.
   */
  static final int CAPACITY = 256;

  /** How many characters their values may have together. */
  static final int CAPACITY_CHARACTERS = 4 * 1024 * 1024;

  /** A client, and how far its proposal has come. */
  static final class Client {
    private final int ticket;
    private final Value wanted;
    private final ProposeOptions options;
    private final CompletableFuture<ProposeReply> reply = new CompletableFuture<>();
    private Optional<Proposal> chosen = Optional.empty();
    private Optional<String> contradiction = Optional.empty();

    private Client(int ticket, Value wanted, ProposeOptions options) {
      this.ticket = ticket;
      this.wanted = wanted;
      this.options = options;
    }

    int ticket() {
      return ticket;
    }

    Value wanted() {
      return wanted;
    }

    ProposeOptions options() {
      return options;
    }

    CompletableFuture<ProposeReply> reply() {
      return reply;
    }

    Optional<Proposal> chosen() {
      return chosen;
    }

    /** Why a server has refused a Commit, if one has: agreement is broken. */
    Optional<String> contradiction() {
      return contradiction;
    }
  }

  private final Deque<Client> waiting = new ArrayDeque<>();
  private final Map<Integer, Client> active = new LinkedHashMap<>();
  private int charactersWaiting;
  private int lastTicket;

  /**
   * A client comes.
   *
   * @param wanted its value
   * @param options how to propose it
   * @return the client, which waits until {@link #next} gives it
   * @throws NodeFault if too many wait
   */
  Client add(Value wanted, ProposeOptions options) {
    int characters = wanted.text().length();
    if (waiting.size() + active.size() >= CAPACITY
        || charactersWaiting + characters > CAPACITY_CHARACTERS) {
      throw new NodeFault(
          NodeFault.Code.NOT_AVAILABLE,
          "This node works on %d proposals already: try again later."
              .formatted(waiting.size() + active.size()));
    }
    charactersWaiting += characters;
    lastTicket++;
    Client client = new Client(lastTicket, wanted, options);
    waiting.add(client);
    return client;
  }

  /**
   * Whose proposal is to begin now.
   *
   * @param mode the gate's mode
   * @return the client, which counts as active from now on; empty for none
   */
  Optional<Client> next(GateMode mode) {
    if (waiting.isEmpty() || (mode == GateMode.OPEN && !active.isEmpty())) {
      return Optional.empty();
    }
    Client client = waiting.remove();
    active.put(client.ticket, client);
    return Optional.of(client);
  }

  Optional<Client> active(int ticket) {
    return Optional.ofNullable(active.get(ticket));
  }

  void decided(int ticket, Proposal chosen) {
    active(ticket).ifPresent(client -> client.chosen = Optional.of(chosen));
  }

  /** A server says that a chosen proposal contradicts what it has committed. */
  void contradicted(Message.Commit commit, String reason) {
    String told =
        "%s refuses the Commit of proposal %s. %s".formatted(commit.to(), commit.number(), reason);
    committing().stream()
        .filter(client -> client.chosen.equals(Optional.of(commit.proposal())))
        .forEach(client -> client.contradiction = Optional.of(told));
  }

  /** The clients whose value is chosen, but who have not been answered. */
  List<Client> committing() {
    List<Client> found = List.of();
    for (Client client : active.values()) {
      if (client.chosen.isPresent()) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(client);
      }
    }
    return found;
  }

  /** Takes a client out that is about to be answered. */
  void remove(Client client) {
    if (active.remove(client.ticket) != null) {
      charactersWaiting -= client.wanted.text().length();
    }
  }

  /** Takes all clients out, those under way first. */
  List<Client> removeAll() {
    List<Client> all = new ArrayList<>(active.values());
    all.addAll(waiting);
    active.clear();
    waiting.clear();
    charactersWaiting = 0;
    return all;
  }
}
