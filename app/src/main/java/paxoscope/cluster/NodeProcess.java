package paxoscope.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import paxoscope.director.ClusterException;
import paxoscope.protocol.ServerId;

/**
 * One node process that this program has started. The node's standard input is a pipe that closes
 * when this program ends, however it ends; that ends the node too.
 */
final class NodeProcess {

  private static final int START_SECONDS = 60;
  private static final int DYING_MILLIS = 500;
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Logger LOG = Logger.getLogger(NodeProcess.class.getName());

  private final ServerId server;
  private final Process process;
  private final Path log;
  private final CompletableFuture<String> firstLine;
  private Optional<ProcessPause> pause = Optional.empty();

  private NodeProcess(
      ServerId server, Process process, Path log, CompletableFuture<String> firstLine) {
    this.server = server;
    this.process = process;
    this.log = log;
    this.firstLine = firstLine;
  }

  /**
   * Starts a process, and does not wait for it.
   *
   * @param server which node it is
   * @param command program and arguments
   * @param log the file that takes what it writes to its standard error
   * @return the process
   * @throws ClusterException if the system cannot start it
   */
  static NodeProcess start(ServerId server, List<String> command, Path log) {
    try {
      ProcessBuilder builder = new ProcessBuilder(deafToTheKeyboard(command));
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      // A secret in this program's environment is meant for nodes that run elsewhere.
      builder.environment().keySet().removeIf(name -> name.startsWith("PAXOSCOPE_"));
      Process process = builder.start();
      CompletableFuture<String> firstLine = new CompletableFuture<>();
      Thread.ofPlatform()
          .daemon()
          .name("output-of-" + server)
          .start(() -> read(server, process.inputReader(StandardCharsets.UTF_8), firstLine));
      return new NodeProcess(server, process, log, firstLine);
    } catch (IOException failed) {
      throw new ClusterException(
          server + " could not be started: " + failed.getMessage() + ".", failed);
    }
  }

  // Ctrl-C in a terminal goes to all processes that were started from it. It is meant for this
  // program, which may only want to leave a line; a signal that is ignored stays so in the node.
  private static List<String> deafToTheKeyboard(List<String> command) {
    if (!Files.isExecutable(SHELL)) {
      return command;
    }
    List<String> deaf =
        new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$0\" \"$@\""));
    deaf.addAll(command);
    return deaf;
  }

  // A node says one line when it is ready. What it may say later is read so that it never blocks.
  private static void read(
      ServerId server, BufferedReader output, CompletableFuture<String> firstLine) {
    try (output) {
      String line = output.readLine();
      firstLine.complete(line == null ? "" : line);
      while (line != null) {
        LOG.log(Level.FINE, "{0}: {1}", new Object[] {server, line});
        line = output.readLine();
      }
    } catch (IOException | UncheckedIOException ended) {
      firstLine.complete("");
      LOG.log(Level.FINE, "the output of " + server + " has ended", ended);
    }
  }

  /**
   * Waits until the node has said that it is ready.
   *
   * @return true if it is; false if it has ended, see {@link #lastWords()}
   */
  boolean awaitReady() {
    try {
      return !firstLine.copy().orTimeout(START_SECONDS, TimeUnit.SECONDS).join().isEmpty();
    } catch (CompletionException tooLate) {
      LOG.log(Level.WARNING, server + " was not ready in " + START_SECONDS + " s", tooLate);
      return false;
    }
  }

  /**
   * What the node wrote last to its standard error.
   *
   * @return one line; empty if there is none
   */
  String lastWords() {
    try {
      return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isBlank())
          .reduce("", (earlier, later) -> later);
    } catch (IOException unreadable) {
      LOG.log(Level.FINE, "cannot read " + log, unreadable);
      return "";
    }
  }

  /**
   * The number of the process in the operating system.
   *
   * @return the pid
   */
  long pid() {
    return process.pid();
  }

  /**
   * Lets the process end by itself, as when this program ends, and waits for that.
   *
   * @throws ClusterException if it takes more than a minute
   */
  void end() {
    try {
      process.outputWriter().close();
      process.onExit().orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException | CompletionException late) {
      throw new ClusterException(server + " did not end.", late);
    }
  }

  /** Whether the process has ended; a dying one closes its sockets a moment before. */
  boolean hasEnded() {
    try {
      process.onExit().get(DYING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // It goes on, or nobody can tell.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return !process.isAlive();
  }

  /** Stops the process where it stands. */
  synchronized void pause() {
    if (pause.isEmpty()) {
      pause = Optional.of(ProcessPause.begin(server, process.pid()));
    }
  }

  /** Lets the process go on if it was stopped. */
  synchronized void resume() {
    Optional<ProcessPause> ended = pause;
    pause = Optional.empty();
    ended.ifPresent(ProcessPause::end);
  }

  /** Kills the process and waits until it is gone. */
  synchronized void kill() {
    pause.ifPresent(ProcessPause::forget);
    pause = Optional.empty();
    process.destroyForcibly();
    process.onExit().join();
  }
}
