package paxoscope.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import paxoscope.journal.ProposeReply;
import paxoscope.node.AcceptorStore;
import paxoscope.node.FileAcceptorStore;
import paxoscope.node.StoreRefusal;
import paxoscope.node.StoredState;
import paxoscope.protocol.Acceptor;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Learner;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.Access;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeClient;
import paxoscope.rpc.NodeServer;

/**
 * The least that setting a value can cost: the calls and the forced writes of a proposal, in the
 * order in which Paxos must make them, and nothing else. No participant, mailbox, gate, journal or
 * timer; it decides nothing and would be wrong as soon as two clients meet.
 *
 * <p>It uses the node's own server, client and store, and runs with the node's flags. So the
 * difference between a node and this is what Paxos, and being watchable, cost.
 */
final class FloorNode {

  /** Those of the node in src/launcher/paxoscope. */
  static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx64m",
          "-Xmn8m",
          "-Djdk.serialFilter=!*");

  private final ServerId self;
  private final Membership membership;
  private final AcceptorStore store;
  private final List<NodeClient> peers;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private FloorNode(ServerId self, List<NodeAddress> cluster, Path data) throws StoreRefusal {
    this.self = self;
    this.membership = new Membership(cluster.size());
    Path folder = data.resolve(self.toString());
    this.store = FileAcceptorStore.open(folder, "committed.txt", self, membership);
    this.peers =
        cluster.stream().map(address -> new NodeClient(address, ClientAccess.LOCAL)).toList();
  }

  /**
   * Runs one until its standard input closes.
   *
   * @param arguments the number of the server, the cluster with commas between, the data folder
   */
  public static void main(String[] arguments) throws StoreRefusal, IOException {
    ServerId self = new ServerId(Integer.parseInt(arguments[0]));
    List<NodeAddress> cluster =
        Arrays.stream(arguments[1].split(",")).map(NodeAddress::parse).toList();
    NodeAddress own = cluster.get(self.number() - 1);
    FloorNode node = new FloorNode(self, cluster, Path.of(arguments[2]));
    NodeServer server = new NodeServer(own.host(), own.port(), Access.LOCAL, self, node.membership);
    server.start(node.api());
    System.out.println(self + " listens on " + own);
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  // Most calls of a node have no meaning here.
  private NodeApi api() {
    return (NodeApi)
        Proxy.newProxyInstance(
            NodeApi.class.getClassLoader(),
            new Class<?>[] {NodeApi.class},
            (_, method, values) ->
                switch (method.getName()) {
                  case "handle" -> handle((Message) values[0]);
                  case "propose" -> propose((Value) values[0]);
                  case "restart" -> restart();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  // What an acceptor and a learner have on the disk before they answer. A value that was committed
  // before is not written again, as in a node.
  private synchronized NodeApi.Answer handle(Message message) {
    DurableState now = store.state().durable();
    Acceptor acceptor = now.acceptor();
    List<Message> replies = new ArrayList<>();
    switch (message) {
      case Message.Prepare prepare -> {
        save(with(now, new Acceptor(Optional.of(prepare.number()), acceptor.accepted())));
        replies.add(
            new Message.Promise(self, prepare.from(), prepare.number(), acceptor.accepted()));
      }
      case Message.Accept accept -> {
        save(with(now, new Acceptor(acceptor.promised(), Optional.of(accept.proposal()))));
        replies.add(new Message.Accepted(self, accept.from(), accept.number()));
      }
      case Message.Commit commit -> {
        if (now.learner().committed().isEmpty()) {
          Learner learner = new Learner(Optional.of(commit.proposal()));
          save(new DurableState(acceptor, learner, now.highestRoundUsed()));
        }
      }
      case Message.Reply reply -> throw new IllegalArgumentException("not sent here: " + reply);
    }
    return new NodeApi.Answer(replies, Optional.of(((Message.Request) message).number()), 1);
  }

  private static DurableState with(DurableState now, Acceptor acceptor) {
    return new DurableState(acceptor, now.learner(), now.highestRoundUsed());
  }

  // As a proposer does: the round is on the disk first, each phase goes to all at once and ends
  // with a majority, and the client hears of it when all Commits are answered.
  private ProposeReply propose(Value value) {
    Proposal proposal = new Proposal(nextNumber(), value);
    ProposalNumber number = proposal.number();
    callAll(to -> new Message.Prepare(self, to, number), membership.majority());
    callAll(to -> new Message.Accept(self, to, proposal), membership.majority());
    callAll(to -> new Message.Commit(self, to, proposal), membership.size());
    return new ProposeReply(true, Optional.of(proposal), "done");
  }

  private synchronized ProposalNumber nextNumber() {
    DurableState now = store.state().durable();
    int round = now.highestRoundUsed() + 1;
    save(new DurableState(now.acceptor(), now.learner(), round));
    return new ProposalNumber(round, self);
  }

  private void callAll(Function<ServerId, Message> request, int answers) {
    NodeApi.Meta meta = new NodeApi.Meta("", 1, Optional.of(self.number()), 1, "");
    CountDownLatch awaited = new CountDownLatch(answers);
    for (ServerId to : membership.servers()) {
      executor.execute(
          () -> {
            peers.get(to.number() - 1).handle(request.apply(to), Optional.of(meta));
            awaited.countDown();
          });
    }
    try {
      awaited.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Void restart() {
    save(DurableState.INITIAL);
    return null;
  }

  private void save(DurableState next) {
    try {
      store.save(new StoredState(next, "", 1));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
