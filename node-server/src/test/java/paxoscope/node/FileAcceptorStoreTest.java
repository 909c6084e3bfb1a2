package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

class FileAcceptorStoreTest {

  private static final Membership FIVE = new Membership(5);

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("data").resolve("8000");
  }

  private FileAcceptorStore open() throws StoreRefusal {
    return FileAcceptorStore.open(folder(), "committed.txt", new ServerId(1), FIVE);
  }

  private void store(StoredState... states) throws StoreRefusal, IOException {
    try (FileAcceptorStore store = open()) {
      for (StoredState state : states) {
        store.save(state);
      }
    }
  }

  private StoredState reopened() throws StoreRefusal {
    try (FileAcceptorStore store = open()) {
      return store.state();
    }
  }

  private String refusal() {
    return assertThrows(StoreRefusal.class, this::open).getMessage();
  }

  @Test
  void aNewFolderRemembersNothingAndHasAnEmptyCommittedFile() throws Exception {
    assertEquals(StoredState.EMPTY, reopened());
    assertEquals("", Files.readString(folder().resolve("committed.txt")));
  }

  @Test
  void whatWasSavedIsThereAgain() throws Exception {
    for (int round = 1; round <= 4; round++) {
      store(StoredStates.ofRound(round));
      assertEquals(StoredStates.ofRound(round), reopened());
    }
  }

  @Test
  void valuesOf64KibFit() throws Exception {
    store(StoredStates.largest('a'), StoredStates.largest('b'));

    assertEquals(StoredStates.largest('b'), reopened());
  }

  @Test
  void theCommittedFileHoldsExactlyTheValue() throws Exception {
    try (FileAcceptorStore store = open()) {
      store.save(StoredStates.ofRound(3));
      assertEquals("value of 3", Files.readString(folder().resolve("committed.txt")));
      assertEquals("value of 3", store.committedFileContents());
      store.save(StoredState.EMPTY);
      assertEquals("", Files.readString(folder().resolve("committed.txt")));
    }
  }

  @Test
  void theCommittedFileIsReadAtThatMoment() throws Exception {
    try (FileAcceptorStore store = open()) {
      store.save(StoredStates.ofRound(3));
      Files.writeString(folder().resolve("committed.txt"), "somebody was here");
      assertEquals("somebody was here", store.committedFileContents());
      Files.delete(folder().resolve("committed.txt"));
      assertEquals("", store.committedFileContents());
    }
  }

  @Test
  void aCommittedFileThatDisagreesIsRepairedAtTheStart() throws Exception {
    store(StoredStates.ofRound(3));
    Files.writeString(folder().resolve("committed.txt"), "old");

    reopened();

    assertEquals("value of 3", Files.readString(folder().resolve("committed.txt")));
  }

  @Test
  void theCommittedFileCanHaveAnotherName() throws Exception {
    store(StoredStates.ofRound(3));

    FileAcceptorStore.open(folder(), "chosen.txt", new ServerId(1), FIVE).close();

    assertEquals("value of 3", Files.readString(folder().resolve("chosen.txt")));
  }

  @Test
  void aDamagedStateIsRefused() throws Exception {
    store(StoredStates.ofRound(1));
    Path state = folder().resolve("state");
    byte[] bytes = Files.readAllBytes(state);
    bytes[3] ^= 1;
    Files.write(state, bytes);

    String line = refusal();

    assertTrue(line.contains("is damaged (the checksum of its mark does not match)"), line);
    assertTrue(line.endsWith("start with another folder and all servers restarted."), line);
    assertEquals(1, line.lines().count());
  }

  @Test
  void everyTruncatedStateIsRefused() throws Exception {
    store(StoredStates.ofRound(1));
    Path state = folder().resolve("state");
    byte[] whole = Files.readAllBytes(state);
    for (int length : new int[] {0, 1, 100, 4096, 5000, whole.length / 2, whole.length - 1}) {
      Files.write(state, Arrays.copyOf(whole, length));
      assertTrue(refusal().contains("is damaged (it has " + length + " bytes"));
    }
  }

  @Test
  void aMissingStateBesideTheMarkerIsRefused() throws Exception {
    store(StoredStates.ofRound(1));
    Files.delete(folder().resolve("state"));

    assertTrue(refusal().contains("has lost its file 'state'"));
    Files.delete(folder().resolve("initialised"));
    assertTrue(refusal().contains("has lost its file 'state'"), "the committed file tells, too");
  }

  @Test
  void aServerThatMovesToAnotherPortDoesNotForgetSilently() throws Exception {
    store(StoredStates.ofRound(1));
    Path moved = folder().resolveSibling("8100");

    StoreRefusal refusal =
        assertThrows(
            StoreRefusal.class,
            () -> FileAcceptorStore.open(moved, "committed.txt", new ServerId(1), FIVE));

    assertEquals(
        "The folder %s holds what S1 of 5 servers has promised on that port: start it there, rename"
                .formatted(folder())
            + " the folder to 8100, or give another --data.",
        refusal.getMessage());
    FileAcceptorStore.open(moved, "committed.txt", new ServerId(2), FIVE).close();
  }

  @Test
  void aServerThatHasPromisedNothingMayMove() throws Exception {
    open().close();

    FileAcceptorStore.open(folder().resolveSibling("8100"), "x", new ServerId(1), FIVE).close();
  }

  @Test
  void aFolderWhoseMarkerIsMissingGetsItBack() throws Exception {
    store(StoredStates.ofRound(1));
    Files.delete(folder().resolve("initialised"));

    assertEquals(StoredStates.ofRound(1), reopened());
    assertTrue(Files.exists(folder().resolve("initialised")));
  }

  @Test
  void aHalfMadeNewFolderIsMadeAgain() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("state.new"), "half");

    assertEquals(StoredState.EMPTY, reopened());
  }

  @Test
  void theFolderOfAnotherServerIsRefused() throws Exception {
    store(StoredStates.ofRound(1));

    StoreRefusal other =
        assertThrows(
            StoreRefusal.class,
            () -> FileAcceptorStore.open(folder(), "committed.txt", new ServerId(2), FIVE));
    StoreRefusal larger =
        assertThrows(
            StoreRefusal.class,
            () ->
                FileAcceptorStore.open(
                    folder(), "committed.txt", new ServerId(1), new Membership(7)));

    assertEquals(
        "The data folder %s belongs to S1 of 5 servers, not to S2 of 5: give another --data."
            .formatted(folder()),
        other.getMessage());
    assertTrue(larger.getMessage().contains("not to S1 of 7"), larger.getMessage());
  }

  @Test
  void anOldStateCopiedOverAnotherServersIsRefused() throws Exception {
    store(StoredStates.ofRound(1));
    Path other = temporary.resolve("other");
    FileAcceptorStore.open(other, "committed.txt", new ServerId(2), FIVE).close();
    Files.copy(
        other.resolve("state"), folder().resolve("state"), StandardCopyOption.REPLACE_EXISTING);

    assertTrue(refusal().contains("belongs to S2 of 5"));
  }

  @Test
  void aFolderInUseIsRefusedAndNamesTheProcess() throws Exception {
    try (FileAcceptorStore first = open()) {
      assertEquals(
          "The data folder %s is in use by another node (process %d): stop that one first."
              .formatted(folder(), ProcessHandle.current().pid()),
          refusal());
      first.save(StoredStates.ofRound(2));
    }
    assertEquals(StoredStates.ofRound(2), reopened());
  }

  @Test
  void aFileInTheWayIsRefusedWithItsName() throws Exception {
    Files.createDirectories(temporary.resolve("data"));
    Files.writeString(folder(), "a file");

    String line = refusal();

    assertTrue(line.startsWith("The data folder " + folder() + " cannot be used: "), line);
    assertTrue(line.contains("is in the way"), line);
  }
}
