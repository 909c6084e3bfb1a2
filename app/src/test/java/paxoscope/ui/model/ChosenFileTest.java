package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.files.RunFileException;

class ChosenFileTest {

  private static final List<String> ENDINGS = List.of(".svg", ".csv");

  @TempDir private Path folder;

  private ChosenFile chosen(String name) {
    return ChosenFile.of(folder.resolve(name), ENDINGS, ".svg");
  }

  @Test
  void aNameKeepsAnEndingThatIsPossibleAndElseGetsTheUsualOne() {
    assertEquals("a.CSV", chosen("a.CSV").name());
    assertEquals("a.svg", chosen("a").name());
    assertEquals("a.txt.svg", chosen("a.txt").name());
  }

  @Test
  void aFileThatNobodyWasAskedAboutIsNotReplaced() throws IOException {
    Files.createFile(folder.resolve("a.svg"));
    assertThrows(RunFileException.class, chosen("a")::requireAgreed);
    assertDoesNotThrow(chosen("a.svg")::requireAgreed);
    assertDoesNotThrow(chosen("b")::requireAgreed);
  }
}
