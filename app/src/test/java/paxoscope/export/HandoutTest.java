package paxoscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import paxoscope.director.PlayedScenarios;
import paxoscope.trace.Trace;

/** What is handed out is read back by other readers than ours. */
class HandoutTest {

  private static final Trace BB_WINS =
      PlayedScenarios.play("BB_wins", Map.of("X", "<a & \"b\">", "Y", "Grüße 🎉"));

  private static byte[] written(Handout handout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handout.write(BB_WINS, out);
    return out.toByteArray();
  }

  private static Handout picture(Handout.Format format, View view, int moment) {
    return new Handout(format, view, 0, moment, false, 1000, 600);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void anSvgIsWellFormedXmlWithTheValuesAsTheyAre(View view) throws Exception {
    byte[] svg = written(picture(Handout.Format.SVG, view, BB_WINS.size()));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertEquals("svg", document.getDocumentElement().getTagName());
    String text = document.getDocumentElement().getTextContent();
    assertTrue(text.contains("S5"), text);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void anSvgRendererAndOurPixelsShowTheSamePicture(View view) throws Exception {
    byte[] svg = written(picture(Handout.Format.SVG, view, 14));
    BufferedImage ours =
        ImageIO.read(new ByteArrayInputStream(written(picture(Handout.Format.PNG, view, 14))));
    assertEquals(view.isOnPaper() ? 2808 : 1000, ours.getWidth());
    assertEquals(view.isOnPaper() ? 1985 : 600, ours.getHeight());
    SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, context());
    BufferedImage theirs =
        new BufferedImage(ours.getWidth(), ours.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = theirs.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    document.render(
        (java.awt.Component) null,
        g,
        new com.github.weisj.jsvg.view.ViewBox(ours.getWidth(), ours.getHeight()));
    g.dispose();
    assertTrue(difference(ours, theirs) < 0.04, "differ by " + difference(ours, theirs));
  }

  private static com.github.weisj.jsvg.parser.LoaderContext context() {
    return com.github.weisj.jsvg.parser.LoaderContext.createDefault();
  }

  /** The mean difference of the pixels, 0 to 1. */
  private static double difference(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int x = 0; x < one.getWidth(); x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        int a = one.getRGB(x, y);
        int b = other.getRGB(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((a >> shift & 255) - (b >> shift & 255)) / 255.0 / 3;
        }
      }
    }
    return sum / one.getWidth() / one.getHeight();
  }

  @Test
  void theTwoThemesDiffer() throws IOException {
    byte[] light = written(picture(Handout.Format.PNG, View.STAGE, 3));
    ByteArrayOutputStream dark = new ByteArrayOutputStream();
    new Handout(Handout.Format.PNG, View.STAGE, 0, 3, true, 1000, 600).write(BB_WINS, dark);
    double apart =
        difference(
            ImageIO.read(new ByteArrayInputStream(light)),
            ImageIO.read(new ByteArrayInputStream(dark.toByteArray())));
    assertTrue(apart > 0.5, "differ by " + apart);
  }

  @Test
  void aFilmHasFramesThatStandForATimeAndBeginsAnew() throws IOException {
    byte[] gif = written(new Handout(Handout.Format.GIF, View.STAGE, 2, 5, false, 640, 480));
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      int frames = reader.getNumImages(true);
      // A still for each moment, and five frames for each message that flies between two.
      assertTrue(frames >= 4 && (frames - 4) % 5 == 0, frames + " frames");
      assertEquals(640, reader.getWidth(0));
      assertEquals(480, reader.getHeight(0));
      // Of the others only what changes.
      for (int frame = 1; frame < frames; frame++) {
        assertTrue(reader.getWidth(frame) <= 640 && reader.getHeight(frame) <= 480);
      }
    }
    assertTrue(new String(gif, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0"));
  }

  @Test
  void aReplayHoldsEveryMomentInAllViewsAndNeedsNoNetwork() throws IOException {
    String page =
        new String(
            written(
                new Handout(Handout.Format.HTML, View.STAGE, 0, BB_WINS.size(), false, 1000, 600)),
            StandardCharsets.UTF_8);
    assertFalse(page.contains("{{"), "something was not filled in");
    assertFalse(Pattern.compile("(src|href)=\"?http").matcher(page).find());
    Matcher steps =
        Pattern.compile("<script id=\"steps\" type=\"application/gzip\">([^<]*)<").matcher(page);
    assertTrue(steps.find());
    int moments = 0;
    try (JsonParser json =
        new JsonFactory()
            .createParser(
                new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(steps.group(1)))))) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("spaceTime")) {
          assertTrue(json.nextTextValue().startsWith("<svg "));
          moments++;
        }
      }
    }
    assertEquals(BB_WINS.size() + 1, moments);
  }

  @Test
  void aStretchThatIsTooLongOrNotThereIsRefusedInOneLine() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> written(picture(Handout.Format.PNG, View.STAGE, BB_WINS.size() + 1)));
    assertEquals(
        "The run has %d steps: there is no step %d.".formatted(BB_WINS.size(), BB_WINS.size() + 1),
        wrong.getMessage());
  }

  @Test
  void aNameWithoutAKnownEndingIsRefusedWithTheKnownOnes() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Handout.Format.of("run.doc"));
    assertTrue(wrong.getMessage().contains(".svg"), wrong.getMessage());
  }
}
