package paxoscope.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A node as a process of its own, started from the class path of the tests. */
final class NodeProcess implements AutoCloseable {

  private static final int SECONDS = 60;

  private final Process process;

  private NodeProcess(Process process) {
    this.process = process;
  }

  static NodeProcess start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(NodeMain.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PAXOSCOPE_SECRET");
    return new NodeProcess(builder.start());
  }

  /** The line that the node says when it is ready. */
  String readyLine() throws IOException {
    String line = process.inputReader().readLine();
    if (line == null) {
      throw new AssertionError("The node did not start: " + errorLines());
    }
    return line;
  }

  List<String> errorLines() throws IOException {
    BufferedReader errors = process.errorReader();
    return errors.lines().collect(Collectors.toList());
  }

  int exitCode() {
    return process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join().exitValue();
  }

  void closeStandardInput() throws IOException {
    process.getOutputStream().close();
  }

  void terminate() {
    process.toHandle().destroy();
  }

  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    kill();
  }

  /** Ports in a row, below those that systems give to outgoing connections. */
  static List<Integer> freePorts(int count) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(10_000, 20_000);
      List<Integer> ports = new ArrayList<>();
      while (ports.size() < count && isFree(first + ports.size())) {
        ports.add(first + ports.size());
      }
      if (ports.size() == count) {
        return ports;
      }
    }
    throw new AssertionError("There are no " + count + " free ports in a row.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
