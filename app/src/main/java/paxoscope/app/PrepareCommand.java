package paxoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import paxoscope.cluster.NodeRehearsal;
import paxoscope.cluster.StartCache;
import paxoscope.director.ClusterException;
import picocli.CommandLine.Command;

/** {@code paxoscope prepare}: makes the caches that let the program start sooner. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description =
        "Lets the program start sooner on this machine: runs it once, without a display, and keeps"
            + " what Java has loaded. The build does this; do it again after a change of Java, or"
            + " where the program's folder was copied.")
final class PrepareCommand implements Callable<Integer> {

  // Below the ports that systems give to outgoing connections, and away from those of programs.
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;
  private static final int MOST_SECONDS = 120;

  @Override
  public Integer call() {
    try {
      Path folder = StartCache.folder().orElseThrow(PrepareCommand::notPackaged);
      if (!Files.isWritable(folder)) {
        throw new ClusterException("The folder " + folder + " cannot be written to.", null);
      }
      prepareNode(folder);
      prepareProgram(folder);
      System.out.println("Prepared: it starts sooner from now on.");
      return 0;
    } catch (ClusterException failed) {
      System.err.println(
          "paxoscope: Not prepared, so it starts more slowly. " + failed.getMessage());
      return 1;
    }
  }

  private static ClusterException notPackaged() {
    return new ClusterException(
        "Only the packaged program can be prepared: build it with mvn -DskipTests package, and use"
            + " its bin/paxoscope.",
        null);
  }

  private static void prepareNode(Path folder) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    NodeRehearsal.run(randomPort(), temporary, StartCache.NODE.flagsToMake(folder));
    put(StartCache.NODE, folder);
  }

  private static void prepareProgram(Path folder) {
    if (!rehearse(folder)) {
      throw new ClusterException("The window could not be shown in memory.", null);
    }
    put(StartCache.PROGRAM, folder);
  }

  private static boolean rehearse(Path folder) {
    int port = randomPort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(StartCache.PROGRAM.flagsToMake(folder));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Djdk.serialFilter=!*",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            "paxoscope.Launcher",
            "rehearse",
            "--ports",
            port + "-" + (port + 2)));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
      return ended && process.exitValue() == 0;
    } catch (IOException failed) {
      throw new ClusterException("Java could not be started: " + failed.getMessage() + ".", failed);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void put(StartCache cache, Path folder) {
    try {
      cache.put(folder);
    } catch (IOException failed) {
      throw new ClusterException("This Java has made no cache.", failed);
    }
  }

  private static int randomPort() {
    return ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
  }
}
