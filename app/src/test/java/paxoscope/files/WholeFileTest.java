package paxoscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aFullDiskIsToldInOneLineAndWhatWasThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("film.gif"), "before");
    RunFileException wrong =
        assertThrows(
            RunFileException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals(file + " cannot be written: No space left on device.", wrong.getMessage());
    assertEquals("before", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void whoStopsTheWritingLeavesNothing() throws IOException {
    assertThrows(
        CancellationException.class,
        () ->
            WholeFile.write(
                folder.resolve("film.gif"),
                out -> {
                  out.write(1);
                  throw new CancellationException();
                }));
    assertEquals(List.of(), files());
  }

  @Test
  void whatIsNoRegularFileIsWrittenToAndNotReplaced() {
    Path device = Path.of("/dev/null");
    WholeFile.write(device, out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
    assertFalse(Files.isRegularFile(device));
  }
}
