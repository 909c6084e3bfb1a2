package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.support.Documents;
import paxoscope.ui.model.HandoutKind;
import paxoscope.ui.model.ViewChoice.View;

/** Handouts from the window: asked for by mouse and keyboard, and read back by other readers. */
@ExtendWith(ApplicationExtension.class)
class ExportWindowIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void nodesAreThere() {
    window.awaitNodes();
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
  }

  @AfterEach
  void end() {
    window.close();
  }

  private void play(String scenario) {
    window.press("play-" + scenario.replace('_', '-'));
    window.awaitEnd(scenario);
  }

  private void ask() {
    window.robot().push(KeyCode.CONTROL, KeyCode.E);
    window.await(() -> window.find("export").isVisible());
  }

  private Path written(HandoutKind kind, String name) {
    Path file = folder.resolve(name);
    window.willChoose(file);
    ask();
    window.robot().clickOn("#export-" + kind.key());
    window.robot().clickOn("#export-choose");
    window.await(() -> !window.find("export").isVisible());
    window.await(() -> window.text("banner-text").equals("Written: " + file));
    return file;
  }

  private static String svgText(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement()
        .getTextContent();
  }

  private int size() {
    return window.inside(() -> window.playback().sizeProperty().get());
  }

  private Set<String> filesInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void everyKindOfHandoutOfALiveRunIsReadBackByItsReaders() throws Exception {
    play("B_wins");
    assertTrue(svgText(written(HandoutKind.STAGE, "stage.svg")).contains("S5"));
    assertTrue(svgText(written(HandoutKind.SPACE_TIME, "space-time.svg")).contains("S5"));
    assertTrue(svgText(written(HandoutKind.SLIDE, "slide.svg")).contains("P 4.5"));
    String sheet = svgText(written(HandoutKind.WORKSHEET, "sheet.svg"));
    String key = svgText(written(HandoutKind.KEY, "key.svg"));
    assertTrue(key.split("P 4.5").length > sheet.split("P 4.5").length, sheet + " and " + key);
    BufferedImage pixels = ImageIO.read(written(HandoutKind.SLIDE, "slide.png").toFile());
    assertEquals(List.of(1920, 1080), List.of(pixels.getWidth(), pixels.getHeight()));
    String page = Files.readString(written(HandoutKind.REPLAY, "replay.html"));
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("step \" + moment.step"));
    String log = Files.readString(written(HandoutKind.SHIVIZ, "log.shiviz"));
    assertTrue(log.contains("S1 {\"S1\":1"), log);
    String tex = Files.readString(written(HandoutKind.TIKZ, "slide.tex"));
    assertTrue(tex.contains("\\begin{tikzpicture}"), tex);
  }

  @Test
  void aFilmOfARecordedRunHasAFrameForEachMoment() throws IOException {
    Path run = folder.resolve("example.paxosrun");
    Files.writeString(run, Documents.example("docs/run-format.md", "json"));
    window.robot().interact(() -> window.window().runs().open(run));
    window.await(() -> window.text("live").equals("RECORDED"));
    Path file = written(HandoutKind.FILM, "film.gif");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      int frames = reader.getNumImages(true);
      assertTrue(frames > size() && (frames - size() - 1) % 5 == 0, frames + " frames");
    }
  }

  @Test
  void escapeEndsTheWritingOfAFilmAndLeavesNothingBehind() throws IOException {
    play("B_wins");
    Set<String> before = filesInTheFolder();
    window.willChoose(folder.resolve("film.gif"));
    ask();
    window.robot().clickOn("#export-film");
    window.press("export-choose");
    assertTrue(window.inside(() -> window.find("export-progress").isVisible()));
    // The window is not kept waiting: it answers while the film is being drawn.
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("export").isVisible());
    assertEquals(before, filesInTheFolder());
    assertEquals("", window.text("banner-text"));
  }

  @Test
  void theKeyboardAloneMakesAPictureOfTheMomentAndTheViewThatAreShown() throws Exception {
    play("A_wins");
    window.robot().interact(() -> window.playback().jump(3));
    window.robot().interact(() -> window.views().shownProperty().set(View.SLIDE));
    ask();
    assertEquals("slide", window.inside(() -> ((HandoutKind) focused().getUserData()).key()));
    assertTrue(window.text("export-what").endsWith("step 3 of " + size()));
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("export").isVisible());
    ask();
    window.robot().push(KeyCode.UP);
    assertEquals(HandoutKind.SPACE_TIME, window.inside(() -> focused().getUserData()));
    assertEquals(3, window.inside(() -> window.playback().cursorProperty().get()));
    Path file = folder.resolve("from-the-keyboard");
    window.willChoose(file);
    window.robot().push(KeyCode.ENTER);
    Path named = folder.resolve("from-the-keyboard.svg");
    window.await(() -> window.text("banner-text").equals("Written: " + named));
    assertEquals("A_wins-space-time-3.svg", window.askedName());
    assertTrue(svgText(named).contains("S5"));
  }

  private Node focused() {
    return window.find("export").getScene().getFocusOwner();
  }

  @Test
  void theMenuHasItAndOfARunWithoutAStepThereIsNone() {
    MenuItem item =
        ((MenuButton) window.find("more"))
            .getItems().stream()
                .filter(one -> "export-run".equals(one.getId()))
                .findFirst()
                .orElseThrow();
    assertTrue(window.inside(item::isDisable));
    window.robot().push(KeyCode.CONTROL, KeyCode.E);
    window.await(() -> window.text("banner-text").contains("There is no run to export yet"));
    assertFalse(window.find("export").isVisible());
    play("A_wins");
    assertFalse(window.inside(item::isDisable));
    window.robot().interact(item::fire);
    window.await(() -> window.find("export").isVisible());
    window.press("export-cancel");
    assertFalse(window.inside(() -> window.find("export").isVisible()));
  }

  @Test
  void whatCannotBeWrittenIsToldInOneLineAndNothingIsReplacedUnasked() throws IOException {
    play("A_wins");
    window.willChoose(folder.resolve("none").resolve("a.svg"));
    ask();
    window.press("export-choose");
    window.await(() -> window.text("banner-text").contains("There is no folder"));
    Path folderOfThatName = Files.createDirectory(folder.resolve("a.svg"));
    window.willChoose(folderOfThatName);
    ask();
    window.press("export-choose");
    window.await(() -> window.text("banner-text").contains("is a folder"));
    Path kept = Files.writeString(folder.resolve("kept.svg"), "mine");
    window.willChoose(folder.resolve("kept"));
    ask();
    window.press("export-choose");
    window.await(() -> window.text("banner-text").contains("kept.svg is there already"));
    assertEquals("mine", Files.readString(kept));
  }

  @Test
  void theSheetFitsAlsoWithLargeTextAndCutsNoWordOff() {
    play("A_wins");
    window.robot().interact(() -> window.window().settings().textSizeProperty().set(1.5));
    ask();
    window.await(() -> isInside(window.find("export").lookup(".question")));
    for (Node label : window.robot().from(window.find("export")).lookup(".label").queryAll()) {
      assertWhole((Labeled) label);
    }
    for (Node choice :
        window.robot().from(window.find("export")).lookup(".radio-button").queryAll()) {
      assertWhole((RadioButton) choice);
    }
  }

  private static boolean isInside(Node sheet) {
    Bounds bounds = sheet.localToScene(sheet.getLayoutBounds());
    return bounds.getMinY() >= 0
        && bounds.getMaxY() <= sheet.getScene().getHeight()
        && bounds.getMinX() >= 0
        && bounds.getMaxX() <= sheet.getScene().getWidth();
  }

  @Test
  void theListOfKeysFitsAlsoWithLargeText() {
    window.robot().interact(() -> window.window().settings().textSizeProperty().set(1.5));
    window.robot().push(KeyCode.F1);
    window.await(() -> window.find("help").isVisible());
    window.await(() -> isInside(window.find("help").lookup(".help")));
  }

  private void assertWhole(Labeled label) {
    String drawn = window.inside(() -> ((Text) label.lookup(".text")).getText());
    assertEquals(label.getText(), drawn);
  }
}
