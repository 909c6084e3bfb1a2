package paxoscope.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import paxoscope.director.ClusterException;
import paxoscope.protocol.ServerId;

/**
 * A process that is stopped (SIGSTOP) and goes on (SIGCONT) when this is ended, or when this
 * program ends, however it ends. A stopped node could not see that by itself, and would stay for
 * ever: so a shell waits beside it for the end of its own input.
 */
final class ProcessPause {

  private static final int SECONDS = 10;

  private static final String SCRIPT =
      "trap '' INT HUP; kill -STOP \"$0\" || exit 1; echo stopped; read -r line; kill -CONT \"$0\"";

  private final ServerId server;
  private final Process shell;

  private ProcessPause(ServerId server, Process shell) {
    this.server = server;
    this.shell = shell;
  }

  /**
   * Stops a process.
   *
   * @param server which node it is
   * @param pid its number
   * @return the pause
   * @throws ClusterException if the system cannot stop processes
   */
  static ProcessPause begin(ServerId server, long pid) {
    try {
      Process shell =
          new ProcessBuilder("/bin/sh", "-c", SCRIPT, Long.toString(pid))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader output = shell.inputReader(StandardCharsets.UTF_8);
      if (output.readLine() == null) {
        throw new IOException("its process cannot be stopped");
      }
      return new ProcessPause(server, shell);
    } catch (IOException failed) {
      throw new ClusterException(
          server + " could not be paused: " + failed.getMessage() + ".", failed);
    }
  }

  /** Lets the process go on. */
  void end() {
    try {
      shell.outputWriter().close();
      shell.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException | CompletionException failed) {
      throw new ClusterException(server + " could not be resumed.", failed);
    }
  }

  /** Leaves the process as it is: it is about to be killed. */
  void forget() {
    shell.destroyForcibly();
  }
}
