package paxoscope.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program as a process of its own, as people start it. Killed when closed. */
public final class Program implements AutoCloseable {

  private static final String END = "\u0000 end of output";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::read);
  }

  /**
   * Starts the packaged program with the Java of the tests, as its launcher does, which has no way
   * to name another folder for temporary files.
   *
   * @param temporary the folder for temporary files, and for what the program keeps
   * @param arguments the command line
   * @return the running program; its errors come with its output
   */
  public static Program start(Path temporary, String... arguments) {
    Path libraries = Path.of(System.getProperty("test.launcherFolder"), "lib");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:AOTCache=" + libraries.resolve("paxoscope.aot"),
                "-Xlog:aot*=off",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.serialFilter=!*",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                libraries.resolve("*").toString(),
                "paxoscope.Launcher"));
    command.addAll(List.of(arguments));
    return start(command, Map.of("XDG_STATE_HOME", temporary.resolve("state").toString()));
  }

  /**
   * Starts any program.
   *
   * @param command program and arguments
   * @return the running program; its errors come with its output
   */
  public static Program start(List<String> command) {
    return start(command, Map.of());
  }

  /**
   * Starts any program with changes to its environment.
   *
   * @param command program and arguments
   * @param variables to be set beside those of this process
   * @return the running program; its errors come with its output
   */
  public static Program start(List<String> command, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(variables);
    try {
      return new Program(builder.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("(the output broke off: " + ended.getMessage() + ")");
    }
    lines.add(END);
  }

  /**
   * Types a line.
   *
   * @param line without its end
   */
  public void type(String line) {
    try {
      Writer writer = process.outputWriter(StandardCharsets.UTF_8);
      writer.write(line + "\n");
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Waits for a line.
   *
   * @param wanted which
   * @return the line
   */
  public String awaitLine(Predicate<String> wanted) {
    String line = next();
    while (!wanted.test(line)) {
      if (line.equals(END)) {
        throw new AssertionError("That line never came. Output: " + seen);
      }
      line = next();
    }
    return line;
  }

  /**
   * Closes its input, and waits until it has ended.
   *
   * @return all lines of its output that were not awaited before
   */
  public List<String> rest() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
    } catch (IOException alreadyEnded) {
      seen.add("(its input was closed before: " + alreadyEnded.getMessage() + ")");
    }
    List<String> rest = new ArrayList<>();
    String line = next();
    while (!line.equals(END)) {
      rest.add(line);
      line = next();
    }
    return rest;
  }

  private String next() {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("No output for " + PATIENCE_SECONDS + " s. Output: " + seen);
      }
      seen.add(line);
      return line;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was stopped.", stopped);
    }
  }

  /**
   * Waits for its end.
   *
   * @return its exit code
   */
  public int exitCode() {
    return process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().exitValue();
  }

  /**
   * The process.
   *
   * @return its handle
   */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to end as a closed terminal does, and waits for that; kills it if it does not. */
  public void end() {
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(Process::destroyForcibly)
        .join();
  }

  /** Kills it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
