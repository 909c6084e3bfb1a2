package paxoscope.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import paxoscope.rpc.CannotListen;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeServer;

/** Starts one node as a process. */
public final class NodeMain {

  private static final System.Logger LOG = System.getLogger(NodeMain.class.getName());
  private static final int FAILED = 1;
  private static final int WRONG_COMMAND_LINE = 2;
  private static final int AS_BY_KILL_9 = 137;

  private NodeMain() {}

  /**
   * Starts a node and ends the process with its exit code.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs a node until the process is told to end. Says one line on standard output when it is
   * ready, one line on standard error if it cannot run.
   *
   * @param arguments see {@code --help}
   * @return the exit code: 1 if it cannot run, 2 for a wrong command line
   */
  public static int run(String... arguments) {
    try {
      NodeOptions options = NodeOptions.parse(arguments);
      if (options.asksForHelp()) {
        System.out.print(NodeOptions.help());
        return 0;
      }
      if (options.asksForVersion()) {
        System.out.println("paxoscope-node " + version());
        return 0;
      }
      return run(options);
    } catch (IllegalArgumentException e) {
      return say(e.getMessage(), WRONG_COMMAND_LINE);
    } catch (CannotListen | StoreRefusal e) {
      return say(e.getMessage(), FAILED);
    } catch (IOException e) {
      return say("The node cannot write to its data folder: " + IoReason.of(e) + ".", FAILED);
    }
  }

  private static int say(String line, int exitCode) {
    System.err.println("paxoscope node: " + line.replace('\n', ' '));
    return exitCode;
  }

  private static int run(NodeOptions options) throws StoreRefusal, IOException {
    NodeAddress address = options.listen();
    Path data = options.data();
    String fileName = options.fileName();
    NodeSettings settings = settings(options, address.port());
    ClusterPeers peers = new ClusterPeers(options.addresses(), options.clientAccess());
    // The port first: a second process on it ends before it has touched the folder.
    NodeServer server =
        new NodeServer(
            address.host(),
            address.port(),
            options.access(),
            settings.self(),
            settings.membership());
    Path folder = data.resolve(Integer.toString(server.port()));
    try {
      AcceptorStore store =
          FileAcceptorStore.open(folder, fileName, settings.self(), settings.membership());
      NodeLog.into(folder);
      serve(options, server, Node.start(settings, connections(settings, store, peers)));
    } catch (StoreRefusal | IOException e) {
      server.close();
      throw e;
    }
    System.out.printf(
        "%s listens on %s, data in %s, pid %d%n",
        settings.self(),
        new NodeAddress(address.host(), server.port()),
        folder.toAbsolutePath(),
        ProcessHandle.current().pid());
    System.out.flush();
    return waitForTheEnd();
  }

  private static NodeSettings settings(NodeOptions options, int port) {
    return new NodeSettings(
        options.self(),
        options.membership(),
        port,
        options.rules(),
        options.gate(),
        NodeSettings.TIME_OUT_MILLIS,
        version(),
        new Random(),
        System::currentTimeMillis);
  }

  private static String version() {
    return Optional.ofNullable(NodeMain.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  private static Node.Connections connections(
      NodeSettings settings, AcceptorStore store, Peers peers) {
    return new Node.Connections(
        store,
        peers,
        Optional.empty(),
        () -> Runtime.getRuntime().halt(AS_BY_KILL_9),
        failure -> stopForGood(settings, failure));
  }

  // Whatever it answered now could be a lie: it ends at once, without a shutdown that still
  // answers.
  private static void stopForGood(NodeSettings settings, Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, settings.self() + " has stopped.", failure);
    say(settings.self() + " has stopped: " + failure.getMessage(), FAILED);
    Runtime.getRuntime().halt(FAILED);
  }

  private static void serve(NodeOptions options, NodeServer server, Node node) {
    server.start(node);
    LOG.log(System.Logger.Level.INFO, "Started, pid " + ProcessHandle.current().pid() + ".");
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(server, node)));
    if (options.diesWithStdin()) {
      Thread.ofPlatform().name("stdin").daemon().start(NodeMain::endWithStdin);
    }
  }

  private static void stop(NodeServer server, Node node) {
    server.close();
    node.close();
  }

  // All that must survive is on the disk at any moment, so there is nothing to wait for.
  private static void endWithStdin() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "Standard input has failed.", e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static int waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
