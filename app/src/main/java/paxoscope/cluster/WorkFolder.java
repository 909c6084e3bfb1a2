package paxoscope.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A temporary folder that goes away with the program. A program that is killed cannot clean up; the
 * next one removes what it left, which it knows by the lock that died with its owner.
 */
final class WorkFolder implements AutoCloseable {

  private static final String PREFIX = "paxoscope-";
  private static final String LOCK = "owner.lock";

  // Even to open a lock file of this very program and close it again could release its lock.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private static final Logger LOG = Logger.getLogger(WorkFolder.class.getName());

  private final Path path;
  private final FileChannel lock;

  private WorkFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a folder that only this user may read, after removing those of programs that died.
   *
   * @param parent where, usually the folder for temporary files
   * @return the folder
   * @throws IOException if it cannot be made
   */
  static WorkFolder create(Path parent) throws IOException {
    removeLeftovers(parent);
    Path path = Files.createTempDirectory(parent, PREFIX).toRealPath();
    OURS.add(path);
    // Locked under another name first: a lock file that can be seen is always a locked one.
    Path unseen = path.resolve(LOCK + ".new");
    FileChannel lock =
        FileChannel.open(unseen, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(unseen, path.resolve(LOCK));
    return new WorkFolder(path, lock);
  }

  /**
   * Where the folder is.
   *
   * @return its path
   */
  Path path() {
    return path;
  }

  /** Removes the folder and all that is in it. */
  @Override
  public void close() {
    try (lock) {
      removeTree(path);
    } catch (IOException | UncheckedIOException failed) {
      LOG.log(Level.WARNING, "could not remove " + path, failed);
    }
    OURS.remove(path);
  }

  private static void removeLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        removeIfOrphaned(folder);
      }
    }
  }

  private static void removeIfOrphaned(Path folder) {
    Path lockFile = folder.resolve(LOCK);
    try {
      boolean fromAnotherRun =
          Files.isWritable(lockFile)
              && !Files.isSymbolicLink(folder)
              && !OURS.contains(folder.toRealPath());
      if (fromAnotherRun) {
        removeIfUnlocked(folder, lockFile);
      }
    } catch (IOException | UncheckedIOException failed) {
      LOG.log(Level.FINE, "left " + folder + " for another time", failed);
    }
  }

  private static void removeIfUnlocked(Path folder, Path lockFile) throws IOException {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock ours = channel.tryLock()) {
      if (ours != null) {
        removeTree(folder);
      }
    }
  }

  private static void removeTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    for (Path path : inOrderOfRemoval(root)) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * What is in a folder comes before the folder, and the lock file last of all but the root: a
   * folder that was not removed to its end is still known to be one of ours.
   */
  static List<Path> inOrderOfRemoval(Path root) throws IOException {
    Path lockFile = root.resolve(LOCK);
    Comparator<Path> lockLast =
        Comparator.comparing(path -> path.equals(root) || path.equals(lockFile));
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.sorted(lockLast.thenComparing(Comparator.reverseOrder())).toList();
    }
  }
}
