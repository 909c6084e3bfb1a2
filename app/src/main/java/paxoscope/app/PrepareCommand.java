package paxoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import paxoscope.cluster.NodeRehearsal;
import paxoscope.cluster.StartCache;
import paxoscope.director.ClusterException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  private static final int SERVERS = 5;

  // Below the ports that systems give to outgoing connections, and away from those of programs.
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Give up after so many seconds (without it: 300).")
  private int seconds;

  @Override
  public Integer call() {
    try {
      Path folder = StartCache.folder().orElseThrow(PrepareCommand::notPackaged);
      if (!Files.isWritable(folder)) {
        throw new ClusterException("The folder " + folder + " cannot be written to.", null);
      }
      prepareInTime(folder);
      System.out.println("Prepared: it starts sooner from now on.");
      return 0;
    } catch (ClusterException failed) {
      System.err.println(
          "paxoscope: Not prepared, so it starts more slowly. " + failed.getMessage());
      return 1;
    }
  }

  private void prepareInTime(Path folder) {
    try {
      // On a thread of its own: what is rehearsed may use the common pool.
      CompletableFuture.runAsync(() -> prepare(folder), PrepareCommand::inItsOwnThread)
          .get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ClusterException cause
          ? cause
          : new ClusterException("Something failed: " + failed.getCause() + ".", failed);
    } catch (TimeoutException late) {
      throw new ClusterException(
          "It took more than " + seconds + " s: try \"paxoscope prepare\" later.", late);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new ClusterException("It was interrupted.", hurried);
    } finally {
      List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
      left.forEach(ProcessHandle::destroyForcibly);
      left.forEach(process -> process.onExit().join());
      StartCache.removeUnfinished(folder);
    }
  }

  private static void inItsOwnThread(Runnable work) {
    Thread.ofPlatform().name("preparing").daemon().start(work);
  }

  private static void prepare(Path folder) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    NodeRehearsal.run(randomPort(), temporary, StartCache.NODE.flagsToMake(folder));
    put(StartCache.NODE, folder);
    if (!rehearse(folder)) {
      throw new ClusterException("The window could not be shown in memory.", null);
    }
    put(StartCache.PROGRAM, folder);
  }

  private static ClusterException notPackaged() {
    return new ClusterException(
        "Only the packaged program can be prepared: build it with mvn -DskipTests package, and use"
            + " its bin/paxoscope.",
        null);
  }

  private static boolean rehearse(Path folder) {
    int port = randomPort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(StartCache.PROGRAM.flagsToMake(folder));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.serialFilter=!*",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            "paxoscope.Launcher",
            "rehearse",
            "--ports",
            port + "-" + (port + SERVERS - 1)));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
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
