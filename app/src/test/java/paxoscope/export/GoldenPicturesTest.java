package paxoscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import paxoscope.files.RunFile;
import paxoscope.picture.Picture;
import paxoscope.support.InterWidths;
import paxoscope.trace.Trace;

/**
 * The pictures of a stored run are those that somebody has looked at and found good. They are
 * compared as SVG, an element to a line, with widths of the program's own typeface: no machine
 * draws anything else. A change is looked at in target/golden, and accepted by copying it.
 */
class GoldenPicturesTest {

  private static final Path ACCEPTED = Path.of("src/test/resources/golden");
  private static final Path DRAWN = Path.of("target/golden");
  private static final int IN_THE_MIDDLE = 19;

  private final InterWidths widths = new InterWidths();

  private Map<String, String> drawn() {
    Trace run = RunFile.read(Path.of("src/test/resources/runs/BB_wins.paxosrun")).trace();
    Views views = new Views(run, widths, 1280, 720);
    Map<String, String> files = new TreeMap<>();
    for (View view : View.values()) {
      Picture picture = views.draw(view, view.isOnPaper() ? run.size() : IN_THE_MIDDLE);
      files.put(view.optionName() + ".svg", svg(picture, false));
    }
    // The themes differ in their colours only, so one picture shows the dark one.
    files.put("stage-dark.svg", svg(views.draw(View.STAGE, run.size()), true));
    return files;
  }

  private String svg(Picture picture, boolean dark) {
    return SvgPicture.document(picture, ProgramFiles.palette(dark), widths)
        .replace("><", ">\n<")
        .replace("}.", "}\n.");
  }

  @Test
  void thePicturesOfAStoredRunAreTheAcceptedOnes() throws IOException {
    List<String> different = new ArrayList<>();
    Files.createDirectories(DRAWN);
    for (Map.Entry<String, String> file : drawn().entrySet()) {
      Files.writeString(DRAWN.resolve(file.getKey()), file.getValue());
      Path accepted = ACCEPTED.resolve(file.getKey());
      String before = Files.exists(accepted) ? Files.readString(accepted) : "";
      if (!before.equals(file.getValue())) {
        different.add(file.getKey() + " from line " + firstDifference(before, file.getValue()));
      }
    }
    assertEquals(
        List.of(),
        different,
        "Look at these in app/target/golden; if they are good: cp app/target/golden/*.svg"
            + " app/src/test/resources/golden/");
  }

  private static int firstDifference(String before, String now) {
    List<String> one = before.lines().toList();
    List<String> other = now.lines().toList();
    int line = 0;
    while (line < Math.min(one.size(), other.size()) && one.get(line).equals(other.get(line))) {
      line++;
    }
    return line + 1;
  }

  @Test
  void theDarkThemeChangesColoursOnly() {
    Trace run = RunFile.read(Path.of("src/test/resources/runs/BB_wins.paxosrun")).trace();
    for (View view : View.values()) {
      Picture picture = new Views(run, widths, 1280, 720).draw(view, IN_THE_MIDDLE);
      assertEquals(svg(picture, false).replace(styles(false), styles(true)), svg(picture, true));
    }
  }

  private String styles(boolean dark) {
    return SvgPicture.styles(ProgramFiles.palette(dark)).replace("}.", "}\n.");
  }
}
