package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every state that a loss of power or a kill can leave the file in, made by hand: writes that were
 * not forced are on the disk or not, in any order, and the last one may be torn.
 */
class SlotFormatTest {

  private static final int RECORDS = 5;

  private static byte[] content(long sequence) {
    return ("record " + sequence + " ").repeat(20).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] fileWith(int records) {
    ByteBuffer file = SlotFormat.fresh(content(1));
    for (long sequence = 2; sequence <= records; sequence++) {
      put(file, sequence, SlotFormat.slot(sequence, content(sequence)).array());
      file.put(0, SlotFormat.mark(sequence).array());
    }
    return file.array();
  }

  private static void put(ByteBuffer file, long sequence, byte[] slot) {
    file.put((int) SlotFormat.slotPosition(sequence), slot);
  }

  private static void assertHolds(long sequence, byte[] file) {
    SlotFormat.Found found = SlotFormat.recover(file);
    assertEquals(sequence, found.sequence());
    assertArrayEquals(content(sequence), found.content());
  }

  @Test
  void theNewestRecordIsFound() {
    for (int records = 1; records <= RECORDS; records++) {
      assertHolds(records, fileWith(records));
    }
  }

  @Test
  void aTornWriteLeavesTheRecordBeforeIt() {
    for (int records = 1; records <= RECORDS; records++) {
      byte[] next = SlotFormat.slot(records + 1, content(records + 1)).array();
      for (int written = 0; written < next.length; written++) {
        byte[] file = fileWith(records);
        System.arraycopy(next, 0, file, (int) SlotFormat.slotPosition(records + 1), written);
        assertHolds(records, file);
      }
    }
  }

  @Test
  void aRecordWhoseMarkIsNotWrittenYetCounts() {
    for (int records = 1; records <= RECORDS; records++) {
      ByteBuffer file = ByteBuffer.wrap(fileWith(records));
      put(file, records + 1, SlotFormat.slot(records + 1, content(records + 1)).array());
      assertHolds(records + 1, file.array());
    }
  }

  @Test
  void aMarkThatWasNotForcedMayBeOneBehindWhileTheNextRecordIsWritten() {
    for (int records = 2; records <= RECORDS; records++) {
      byte[] next = SlotFormat.slot(records + 1, content(records + 1)).array();
      for (int written = 0; written <= next.length; written++) {
        ByteBuffer file = ByteBuffer.wrap(fileWith(records));
        file.put(0, SlotFormat.mark(records - 1).array());
        file.put((int) SlotFormat.slotPosition(records + 1), next, 0, written);
        assertHolds(written == next.length ? records + 1 : records, file.array());
      }
    }
  }

  @Test
  void aDamageOfAnyByteThatMattersIsRefusedAndNoOtherChangesAnything() {
    byte[] whole = fileWith(RECORDS);
    List<Integer> refused = new ArrayList<>();
    int current = (int) SlotFormat.slotPosition(RECORDS);
    int length = SlotFormat.slot(RECORDS, content(RECORDS)).remaining();
    for (int at : offsetsNearAnything(current, length)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      try {
        assertHolds(RECORDS, damaged);
      } catch (IllegalArgumentException e) {
        refused.add(at);
      }
    }
    List<Integer> expected = new ArrayList<>();
    for (int at = 0; at < SlotFormat.MARK_BYTES; at++) {
      expected.add(at);
    }
    for (int at = current; at < current + length; at++) {
      expected.add(at);
    }
    assertEquals(expected, refused);
  }

  // The zeros in between are the same wherever they are.
  private static List<Integer> offsetsNearAnything(int current, int length) {
    List<Integer> offsets = new ArrayList<>();
    int other = (int) SlotFormat.slotPosition(RECORDS - 1);
    for (int at = 0; at < SlotFormat.FILE_BYTES; at++) {
      boolean near =
          at < 64
              || (at >= current - 8 && at < current + length + 64)
              || (at >= other - 8 && at < other + length + 64);
      if (near) {
        offsets.add(at);
      }
    }
    return offsets;
  }

  @Test
  void aFileOfAnotherLengthIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> SlotFormat.recover(new byte[12]));

    assertTrue(refusal.getMessage().startsWith("it has 12 bytes"), refusal.getMessage());
  }

  @Test
  void recordsOfTwoFilesAreNotTakenForOne() {
    byte[] file = fileWith(2);
    byte[] other = fileWith(9);
    System.arraycopy(
        other,
        (int) SlotFormat.slotPosition(9),
        file,
        (int) SlotFormat.slotPosition(9),
        SlotFormat.SLOT_BYTES);

    assertThrows(IllegalArgumentException.class, () -> SlotFormat.recover(file));
  }

  @Test
  void theLargestRecordFitsIntoASlot() {
    byte[] largest = new StateRecord(99, 99, StoredStates.largest('b')).encode();

    assertTrue(SlotFormat.slot(1, largest).remaining() <= SlotFormat.SLOT_BYTES);
    assertArrayEquals(largest, SlotFormat.recover(SlotFormat.fresh(largest).array()).content());
  }
}
