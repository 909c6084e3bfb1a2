package paxoscope.node;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Failure;
import paxoscope.protocol.Learner;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.rpc.NodeFault;

/** Answers the clients whose proposals are done, and writes down what each was told. */
final class ClientAnswers {

  private final ClientProposals clients;
  private final Consumer<Journal.Entry> record;

  ClientAnswers(ClientProposals clients, Consumer<Journal.Entry> record) {
    this.clients = clients;
    this.record = record;
  }

  /**
   * Answers those whose value is chosen and whose Commits are done with.
   *
   * @param isSettled whether the Commits of a proposal are done with
   * @param learner what this server has committed
   * @return whether anyone was answered
   */
  boolean committed(Predicate<ProposalNumber> isSettled, Learner learner) {
    boolean any = false;
    for (ClientProposals.Client client : clients.committing()) {
      Proposal chosen = client.chosen().orElseThrow();
      if (isSettled.test(chosen.number())) {
        answer(client, reply(client, chosen, learner.committed()));
        any = true;
      }
    }
    return any;
  }

  private static ProposeReply reply(
      ClientProposals.Client client, Proposal chosen, Optional<Proposal> committed) {
    if (committed.isPresent() && !committed.get().value().equals(chosen.value())) {
      return ClientReplies.broken(chosen, committed.get());
    }
    return client
        .contradiction()
        .map(ClientReplies::broken)
        .orElseGet(() -> ClientReplies.success(client.wanted(), chosen, committed));
  }

  void gaveUp(int ticket, Failure failure) {
    clients.active(ticket).ifPresent(client -> answer(client, ClientReplies.failure(failure)));
  }

  /** Answers all: the node forgets what they wait for. */
  void restarted() {
    clients.removeAll().forEach(client -> answer(client, ClientReplies.restarted()));
  }

  private void answer(ClientProposals.Client client, ProposeReply reply) {
    clients.remove(client);
    record.accept(
        Journal.Entry.of(
            NodeEvent.Kind.ANSWERED, reply.chosen().map(Proposal::value), reply.message()));
    client.reply().complete(reply);
  }

  /** Ends the wait of a client whose proposal cannot even begin. */
  void refused(ClientProposals.Client client, NodeFault fault) {
    clients.remove(client);
    client.reply().completeExceptionally(fault);
  }

  /** Ends the wait of all: the node stops. */
  void stopped() {
    clients
        .removeAll()
        .forEach(client -> client.reply().completeExceptionally(Mailbox.notAvailable()));
  }
}
