package paxoscope.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the JVM keeps of a run so that the next one starts sooner: its classes, loaded and linked
 * (JEP 483 and 514). The caches lie beside the jars, so that whoever could write a wrong one could
 * as well change the program. {@code paxoscope prepare} makes them; the program runs without them
 * too, and the JVM passes over one that was made with another Java or from other jars.
 */
public enum StartCache {
  /** The cache of the window and the console. */
  PROGRAM("paxoscope.aot"),
  /** The cache of a node. */
  NODE("paxoscope-node.aot");

  // Without this a cache that does not fit is told on the standard output, where a node says that
  // it is ready.
  private static final String SILENT = "-Xlog:aot*=off";

  private static final Logger LOG = Logger.getLogger(StartCache.class.getName());

  private final String fileName;

  StartCache(String fileName) {
    this.fileName = fileName;
  }

  /**
   * The folder of the program's jars.
   *
   * @return the folder; empty if the program is not packaged, for then there are no caches
   */
  public static Optional<Path> folder() {
    Path jar = NodeCommand.locationOfNode();
    return jar.endsWith(NodeCommand.JAR) ? Optional.of(jar.getParent()) : Optional.empty();
  }

  /**
   * What a JVM is told so that it uses the cache. (The start scripts say the same.)
   *
   * @return flags; none if there is no cache
   */
  List<String> flags() {
    return folder()
        .map(folder -> folder.resolve(fileName))
        .filter(Files::isReadable)
        .map(cache -> List.of("-XX:AOTCache=" + cache, SILENT))
        .orElse(List.of());
  }

  /**
   * What a JVM is told so that it makes the cache when it ends, under a name that nobody uses yet.
   *
   * @param folder of the program's jars
   * @return flags
   */
  public List<String> flagsToMake(Path folder) {
    return List.of("-XX:AOTCacheOutput=" + unfinished(folder), SILENT);
  }

  /**
   * Puts a cache in its place that a JVM has made.
   *
   * @param folder of the program's jars
   * @throws IOException if there is none, or it cannot be put there
   */
  public void put(Path folder) throws IOException {
    Files.move(
        unfinished(folder),
        folder.resolve(fileName),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Removes what a JVM has made that was ended too early: a cache, or the list that comes before
   * it.
   *
   * @param folder of the program's jars
   */
  public static void removeUnfinished(Path folder) {
    for (StartCache cache : values()) {
      try {
        Files.deleteIfExists(cache.unfinished(folder));
        Files.deleteIfExists(folder.resolve(cache.unfinished(folder).getFileName() + ".config"));
      } catch (IOException inUse) {
        LOG.log(Level.FINE, "left for another time", inUse);
      }
    }
  }

  private Path unfinished(Path folder) {
    return folder.resolve(fileName + ".new");
  }
}
