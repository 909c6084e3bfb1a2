package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

  @TempDir private Path parent;

  @Test
  void goesAwayWithAllThatIsInItWhenClosed() throws IOException {
    WorkFolder folder = WorkFolder.create(parent);
    Files.createDirectories(folder.path().resolve("a/b"));
    Files.writeString(folder.path().resolve("a/b/c"), "text");
    folder.close();
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void closingTwiceIsClosingOnce() throws IOException {
    WorkFolder folder = WorkFolder.create(parent);
    folder.close();
    folder.close();
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void aFolderWhoseOwnerHasDiedIsRemovedByTheNextProgram() throws IOException {
    Path leftover = Files.createDirectory(parent.resolve("paxoscope-dead"));
    Files.writeString(leftover.resolve("owner.lock"), "");
    Files.writeString(leftover.resolve("state"), "left");
    try (WorkFolder folder = WorkFolder.create(parent)) {
      assertFalse(Files.exists(leftover));
      assertTrue(Files.isDirectory(folder.path()));
    }
  }

  @Test
  void theLockIsRemovedLastSoThatHalfAFolderIsStillKnownAndRemovedLater() throws IOException {
    Path root = Files.createDirectory(parent.resolve("paxoscope-half"));
    Path lock = Files.writeString(root.resolve("owner.lock"), "");
    Path log = Files.writeString(root.resolve("node-1.log"), "");
    Path inside = Files.createDirectory(root.resolve("z"));
    Path state = Files.writeString(inside.resolve("state"), "");
    assertEquals(List.of(state, inside, log, lock, root), WorkFolder.inOrderOfRemoval(root));
  }

  @Test
  void aFolderWhoseOwnerLivesStays() throws IOException {
    try (WorkFolder first = WorkFolder.create(parent);
        WorkFolder second = WorkFolder.create(parent)) {
      assertTrue(Files.isDirectory(first.path()));
      assertTrue(Files.isDirectory(second.path()));
    }
  }

  @Test
  void aFolderOfTheSameNameThatIsNotOursStays() throws IOException {
    Path foreign = Files.createDirectory(parent.resolve("paxoscope-notes"));
    Path note = Files.writeString(foreign.resolve("note.txt"), "mine");
    WorkFolder.create(parent).close();
    assertEquals("mine", Files.readString(note));
  }
}
