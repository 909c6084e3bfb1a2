package paxoscope.node;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The layout of the state file: a mark and two slots, each with a checksum. Records are numbered
 * from 1 and go into the two slots in turn, so that writing one never touches the one before it. A
 * record is written and forced; then, before anybody hears of it, the mark says "acknowledged up to
 * here", which is not forced by itself but goes to the disk with the next force at the latest.
 *
 * <p>So after a crash the mark tells a torn write from a damage. The record that the mark names, or
 * the one after it, must be whole: if it is not, something that was acknowledged is lost. A record
 * beyond the mark that is not whole was still being written: nobody has heard of it.
 *
 * <p>This class has the bytes and the rules; it does no I/O.
 */
final class SlotFormat {

  private static final int PAGE = 4096;
  private static final long MARK_MAGIC = 0x50585F4D41524B31L;
  private static final long SLOT_MAGIC = 0x50585F534C4F5431L;
  private static final int SLOT_HEADER = 8 + 8 + 4;
  private static final int CHECKSUM = 4;

  /** The bytes of the mark, at the beginning of the file. */
  static final int MARK_BYTES = 8 + 8 + CHECKSUM;

  /** The space of one slot: whole pages. */
  static final int SLOT_BYTES =
      (SLOT_HEADER + StateRecord.MAXIMUM_BYTES + CHECKSUM + PAGE - 1) / PAGE * PAGE;

  /** The length of the file. It never changes, so that a force has no metadata to write. */
  static final int FILE_BYTES = PAGE + 2 * SLOT_BYTES;

  /**
   * A record that was found.
   *
   * @param sequence its number, from 1
   * @param content its bytes
   */
  record Found(long sequence, byte[] content) {}

  private SlotFormat() {}

  static long slotPosition(long sequence) {
    return PAGE + (sequence & 1) * SLOT_BYTES;
  }

  static ByteBuffer slot(long sequence, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(SLOT_HEADER + content.length + CHECKSUM);
    out.putLong(SLOT_MAGIC).putLong(sequence).putInt(content.length).put(content);
    return out.putInt(checksum(out.array(), 0, out.position())).flip();
  }

  static ByteBuffer mark(long sequence) {
    ByteBuffer out = ByteBuffer.allocate(MARK_BYTES);
    out.putLong(MARK_MAGIC).putLong(sequence);
    return out.putInt(checksum(out.array(), 0, out.position())).flip();
  }

  /** A whole file that holds one record, as it is created. */
  static ByteBuffer fresh(byte[] content) {
    ByteBuffer file = ByteBuffer.allocate(FILE_BYTES);
    file.put((int) slotPosition(1), slot(1, content).array());
    file.put(0, mark(1).array());
    return file;
  }

  /**
   * Finds the newest whole record.
   *
   * @param file the whole file
   * @return the record
   * @throws IllegalArgumentException with the reason, if an acknowledged record is not whole
   */
  static Found recover(byte[] file) {
    if (file.length != FILE_BYTES) {
      throw new IllegalArgumentException(
          "it has " + file.length + " bytes instead of " + FILE_BYTES);
    }
    long marked = marked(file);
    Optional<Found> even = found(file, 0);
    Optional<Found> odd = found(file, 1);
    Optional<Found> same = (marked & 1) == 0 ? even : odd;
    Optional<Found> other = (marked & 1) == 0 ? odd : even;
    requirePlausible(same, marked, marked + 2);
    requirePlausible(other, marked - 1, marked + 1);
    if (other.isPresent() && other.get().sequence() == marked + 1) {
      return same.filter(record -> record.sequence() > marked + 1).orElse(other.get());
    }
    return same.filter(record -> record.sequence() == marked)
        .orElseThrow(
            () -> new IllegalArgumentException("the checksum of its record does not match"));
  }

  private static void requirePlausible(Optional<Found> record, long either, long or) {
    record.ifPresent(
        found -> {
          if (found.sequence() != either && found.sequence() != or) {
            throw new IllegalArgumentException("its records do not belong together");
          }
        });
  }

  private static long marked(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file, 0, MARK_BYTES);
    long magic = in.getLong();
    long sequence = in.getLong();
    if (magic != MARK_MAGIC
        || sequence < 1
        || in.getInt() != checksum(file, 0, MARK_BYTES - CHECKSUM)) {
      throw new IllegalArgumentException("the checksum of its mark does not match");
    }
    return sequence;
  }

  private static Optional<Found> found(byte[] file, int parity) {
    int start = (int) slotPosition(parity);
    ByteBuffer in = ByteBuffer.wrap(file, start, SLOT_BYTES);
    long magic = in.getLong();
    long sequence = in.getLong();
    int length = in.getInt();
    if (magic != SLOT_MAGIC
        || (sequence & 1) != parity
        || length < 0
        || length > SLOT_BYTES - SLOT_HEADER - CHECKSUM
        || in.getInt(start + SLOT_HEADER + length) != checksum(file, start, SLOT_HEADER + length)) {
      return Optional.empty();
    }
    int from = start + SLOT_HEADER;
    return Optional.of(new Found(sequence, Arrays.copyOfRange(file, from, from + length)));
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }
}
