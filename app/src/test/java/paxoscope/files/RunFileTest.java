package paxoscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.ServerId;
import paxoscope.runtext.CallText;
import paxoscope.runtext.RecordedRun;
import paxoscope.trace.RecordedTrace;

class RunFileTest {

  @TempDir private Path folder;

  private final RecordedTrace trace = GrowingRun.ofSteps(5);

  private String error(Path file) {
    return assertThrows(RunFileException.class, () -> RunFile.read(file)).getMessage();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.paxosrun"), bytes);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    CallText call = new CallText(new ServerId(1), List.of("S1-1-1"), "<a/>", Optional.empty());
    Path written = RunFile.write(folder.resolve("my run.paxosrun"), trace, List.of(call));
    RecordedRun read = RunFile.read(written);
    assertEquals(trace.header(), read.trace().header());
    assertEquals(trace.steps(), read.trace().steps());
    assertEquals(List.of(call), read.calls());
  }

  @Test
  void aNameWithoutAnEndingGetsOneAndNothingElseIsLeft() throws IOException {
    Path written = RunFile.write(folder.resolve("first"), trace, List.of());
    assertEquals(folder.resolve("first.paxosrun").toAbsolutePath(), written);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(written), files.map(Path::toAbsolutePath).toList());
    }
  }

  @Test
  void aRunIsReplacedAndAnyOtherFileIsNot() throws IOException {
    Path file = folder.resolve("a.paxosrun");
    RunFile.write(file, trace, List.of());
    RecordedTrace longer = GrowingRun.ofSteps(7);
    RunFile.write(file, longer, List.of());
    assertEquals(7, RunFile.read(file).trace().size());
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir,\n");
    assertEquals(
        letter.toAbsolutePath()
            + " exists and is no run, so it is not replaced: choose another"
            + " name.",
        assertThrows(RunFileException.class, () -> RunFile.write(letter, trace, List.of()))
            .getMessage());
    assertEquals("Dear Sir,\n", Files.readString(letter));
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsReplaced() throws IOException {
    Path target = RunFile.write(folder.resolve("target"), trace, List.of());
    Path link = Files.createSymbolicLink(folder.resolve("link.paxosrun"), target.getFileName());
    RunFile.write(link, GrowingRun.ofSteps(7), List.of());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(7, RunFile.read(target).trace().size());
    Files.delete(link);
  }

  @Test
  void aFolderThatIsMissingOrInTheWayIsNamed() {
    Path lost = folder.resolve("no/such/a.paxosrun").toAbsolutePath();
    assertEquals(
        "There is no folder " + lost.getParent() + ": make it, or choose another.",
        assertThrows(RunFileException.class, () -> RunFile.write(lost, trace, List.of()))
            .getMessage());
    assertEquals(
        folder.toAbsolutePath() + " is a folder: name a file in it.",
        assertThrows(RunFileException.class, () -> RunFile.write(folder, trace, List.of()))
            .getMessage());
    assertEquals(folder + " is a folder: name a file in it.", error(folder));
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("a.paxosrun");
    assertEquals("There is no file " + missing + ": check its path.", error(missing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "{}\n", "\u0000\u0001\u0002", "[1,2]\n", "{\"a\":\n1}\n", "x,y\n1,2\n"})
  void aForeignFileIsRefusedInOneLine(String content) throws IOException {
    Path file = file(content.getBytes(StandardCharsets.ISO_8859_1));
    String message = error(file);
    assertTrue(
        message.startsWith(file + ", line 1: ") && message.contains("this is no run of Paxoscope"),
        message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void bytesThatAreNoTextAreToldWithTheirLine() throws IOException {
    assertEquals(
        file(new byte[] {(byte) 0xFF, 0, '\n'}) + ", line 1: it is no text in UTF-8.",
        error(folder.resolve("x.paxosrun")));
    Path file = RunFile.write(folder.resolve("a"), trace, List.of());
    byte[] bytes = Files.readAllBytes(file);
    int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    bytes[second + 3] = (byte) 0xC3;
    Files.write(file, bytes);
    assertEquals(file + ", line 2: it is no text in UTF-8.", error(file));
  }

  @Test
  void aHundredMegabytesOfNothingAreNotReadToTheirEnd() throws IOException {
    Path file = folder.resolve("zeros.paxosrun");
    try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
      zeros.setLength(100L * 1024 * 1024);
    }
    assertEquals(file + ", line 1: it is longer than 4 MiB, and no line of a run is.", error(file));
  }

  /** A loss of power can leave zeros where the last lines were to be. */
  @Test
  void zerosAtTheEndAreLeftOut() throws IOException {
    Path file = RunFile.write(folder.resolve("a"), trace, List.of());
    try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
      end.setLength(end.length() + 3000);
    }
    RecordedRun read = RunFile.read(file);
    assertEquals(trace.steps(), read.trace().steps());
    assertTrue(read.notice().orElseThrow().contains("was cut off"));
  }

  @Test
  void wherEverTheBytesAreCutOffAllWholeLinesAreRead() throws IOException {
    Path file = RunFile.write(folder.resolve("a"), trace, List.of());
    byte[] bytes = Files.readAllBytes(file);
    int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    int before = 0;
    for (int length = header; length <= bytes.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      int steps = RunFile.read(file).trace().size();
      assertTrue(steps == before || steps == before + 1, steps + " after " + before);
      before = steps;
    }
    assertEquals(trace.size(), before);
  }

  @Test
  void whatIsCutOffIsToldAndWhatIsWholeIsNot() throws IOException {
    Path file = RunFile.write(folder.resolve("a"), trace, List.of());
    assertFalse(RunFile.read(file).notice().isPresent());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 2));
    long lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
    assertEquals(
        "Line "
            + lines
            + " was cut off in the middle of being written and is left out; all before it is here.",
        RunFile.read(file).notice().orElseThrow());
  }
}
