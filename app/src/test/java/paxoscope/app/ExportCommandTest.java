package paxoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.director.PlayedScenarios;
import paxoscope.files.RunFile;

class ExportCommandTest {

  @TempDir private Path folder;

  private Path run;

  @BeforeEach
  void playAndSave() {
    run = folder.resolve("b.paxosrun");
    RunFile.write(run, PlayedScenarios.play("B_wins", Map.of()), List.of());
  }

  private int export(String file, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("export", run.toString(), "--to", folder.resolve(file).toString()));
    arguments.addAll(List.of(more));
    return CommandLineProgram.run(arguments.toArray(String[]::new));
  }

  @Test
  void everyEndingGivesAFileThatBeginsAsItShould() throws Exception {
    assertEquals(0, export("p.svg"));
    assertTrue(Files.readString(folder.resolve("p.svg")).startsWith("<?xml"));
    assertEquals(0, export("p.html"));
    assertTrue(Files.readString(folder.resolve("p.html")).startsWith("<!DOCTYPE html>"));
    assertEquals(0, export("p.shiviz"));
    assertTrue(Files.readString(folder.resolve("p.shiviz")).contains("S1 {\"S1\":1"));
    assertEquals(0, export("p.tex"));
    assertTrue(Files.readString(folder.resolve("p.tex")).contains("\\begin{tikzpicture}"));
    assertEquals(0, export("p.png", "--view", "worksheet", "--dark"));
    assertEquals(0, export("p.gif", "--steps", "3-5", "--size", "640x480"));
  }

  @Test
  void aSpaceTimePictureOfAStretchShowsItsStepsAndNoOthers() throws Exception {
    assertEquals(0, export("part.svg", "--view", "space-time", "--steps", "3-5"));
    String part = Files.readString(folder.resolve("part.svg"));
    assertEquals(0, export("all.svg", "--view", "space-time"));
    String all = Files.readString(folder.resolve("all.svg"));
    assertTrue(all.contains("Commit"), all);
    assertFalse(part.contains("Commit"), part);
    assertTrue(part.contains("Prepare"), part);
    assertEquals(2, export("none.svg", "--view", "space-time", "--steps", "9-5"));
  }

  @Test
  void whatIsWrongEndsWithTwo() {
    assertEquals(2, export("p.doc"));
    assertEquals(2, export("p.svg", "--view", "picture"));
    assertEquals(2, export("p.svg", "--step", "9999"));
    assertEquals(2, export("p.gif", "--steps", "5"));
    assertEquals(2, export("p.png", "--size", "big"));
    assertEquals(2, export("none/p.png"));
    assertEquals(0, export("p.tex", "--view", "slide"));
  }

  @Test
  void aFilmOrReplayOfAVeryLongRunIsRefusedUnlessAStretchIsChosen() {
    Path whole = folder.resolve("long.paxosrun");
    RunFile.write(whole, PlayedScenarios.play("livelock", Map.of("rounds", "20")), List.of());
    for (String file : List.of("p.gif", "p.html")) {
      assertEquals(
          2,
          CommandLineProgram.run(
              "export", whole.toString(), "--to", folder.resolve(file).toString()));
    }
    assertEquals(0, export("part.html", "--steps", "3-12"));
  }

  @Test
  void whatWouldBeIgnoredIsRefused() {
    assertEquals(2, export("p.tex", "--view", "worksheet"));
    assertEquals(2, export("p.html", "--view", "slide"));
    assertEquals(2, export("p.shiviz", "--view", "stage"));
    assertEquals(2, export("p.svg", "--steps", "3-5"));
    assertEquals(2, export("p.tex", "--steps", "3-5"));
    assertFalse(Files.exists(folder.resolve("p.svg")));
  }
}
