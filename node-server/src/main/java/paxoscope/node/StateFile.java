package paxoscope.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * One file that holds the latest of many records, each forced to the disk in one write. See {@link
 * SlotFormat} for why a crash cannot lose an acknowledged one.
 */
final class StateFile implements AutoCloseable {

  private final FileChannel channel;
  private long sequence;

  private StateFile(FileChannel channel, long sequence) {
    this.channel = channel;
    this.sequence = sequence;
  }

  /**
   * Creates the file with a first record, whole or not at all.
   *
   * @param path where; nothing is there
   * @param content the first record
   * @throws IOException if it cannot be written
   */
  static void create(Path path, byte[] content) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(out, SlotFormat.fresh(content), 0);
      out.force(true);
    }
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A file that is open, and what it held.
   *
   * @param file to write the next record to
   * @param content the newest record
   */
  record Opened(StateFile file, byte[] content) {}

  /**
   * Opens an existing file.
   *
   * @param path the file
   * @return the file and its newest record
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException with the reason, if an acknowledged record is damaged
   */
  static Opened open(Path path) throws IOException {
    SlotFormat.Found found = SlotFormat.recover(Files.readAllBytes(path));
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    // What was read may be in the page cache only, if the node was killed before its force.
    channel.force(true);
    StateFile file = new StateFile(channel, found.sequence());
    writeAll(channel, SlotFormat.mark(found.sequence()), 0);
    return new Opened(file, found.content());
  }

  /**
   * Replaces the record. When this returns, the new one is on the disk.
   *
   * @param content the new record
   * @throws IOException if it may not be on the disk
   */
  void write(byte[] content) throws IOException {
    long next = sequence + 1;
    writeAll(channel, SlotFormat.slot(next, content), SlotFormat.slotPosition(next));
    channel.force(false);
    writeAll(channel, SlotFormat.mark(next), 0);
    sequence = next;
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
