package paxoscope.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all: what was there before stays until then. */
public final class WholeFile {

  /** What is to be in a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes it.
     *
     * @param out where to; it is not closed
     * @throws IOException if that cannot be written to
     */
    void write(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @param file where to
   * @param content what is to be in it; if it throws anything, the file stays as it was
   * @throws RunFileException with one clear line if it cannot be written
   */
  public static void write(Path file, Content content) {
    refuseFolder(file);
    try {
      // A device or a pipe is no file that could be replaced.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          content.write(out);
        }
      } else {
        replace(file, content);
      }
    } catch (NoSuchFileException _) {
      throw new RunFileException(
          "There is no folder "
              + file.toAbsolutePath().getParent()
              + ": make it, or choose another.");
    } catch (IOException failed) {
      throw new RunFileException(file + " cannot be written: " + reason(failed) + ".");
    }
  }

  private static void replace(Path file, Content content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.write(out);
        out.flush();
        channel.force(true);
      }
      moveOver(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void moveOver(Path part, Path file) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void refuseFolder(Path file) {
    if (Files.isDirectory(file)) {
      throw new RunFileException(file + " is a folder: name a file in it.");
    }
  }

  /** Why a file could not be used, in plain words where the system gives none. */
  static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "its rights do not allow it";
    }
    // The message of such a failure begins with the name of a file, and not of the one meant.
    String message =
        failed instanceof FileSystemException ofTheSystem && ofTheSystem.getReason() != null
            ? ofTheSystem.getReason()
            : failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }
}
