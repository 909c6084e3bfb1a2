package paxoscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import paxoscope.experiment.Duel;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.export.DuelFile.Format;
import paxoscope.protocol.ProposalNumber;

/** The files of an experiment, read back by other readers. */
class DuelFileTest {

  private static final DuelResults RESULTS =
      new DuelResults(
          new DuelPlan(1, 5, List.of(0, 40), 9),
          List.of(
              new Duel(0, 1, 11, Optional.empty(), Optional.empty()),
              new Duel(40, 1, 11, Optional.of(3), Optional.of(ProposalNumber.parse("4.1")))));

  private static byte[] bytes(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DuelFile(format).write(RESULTS, out);
    return out.toByteArray();
  }

  private static String text(Format format) throws IOException {
    return new String(bytes(format), StandardCharsets.UTF_8);
  }

  @Test
  void theEndingOfANameSaysWhatItIs() {
    assertEquals(Format.SVG, Format.of("duel.svg"));
    assertEquals(Format.PNG, Format.of("Duel.PNG"));
    assertEquals(Format.HTML, Format.of("a.b.html"));
    assertEquals(Format.CSV, Format.of("duel.csv"));
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Format.of("duel.pdf"));
    assertEquals(
        "'duel.pdf' does not say what to write: end it with .svg, .png, .html or .csv.",
        wrong.getMessage());
  }

  @Test
  void theDrawingIsXmlWithATitle() throws IOException, ParserConfigurationException, SAXException {
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes(Format.SVG)));
    assertEquals("svg", svg.getDocumentElement().getTagName());
    assertTrue(
        svg.getElementsByTagName("title").item(0).getTextContent().contains("At 40 percent"));
  }

  @Test
  void thePictureIsAPageA4() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(Format.PNG)));
    assertEquals(Math.sqrt(2), image.getWidth() / (double) image.getHeight(), 0.01);
  }

  @Test
  void theTableHasTheNumbersOfEachDuel() throws IOException {
    assertEquals(
        "randomness,repeat,seed,rounds,chosen,bound\r\n0,1,11,,,9\r\n40,1,11,3,4.1,9\r\n",
        text(Format.CSV));
  }

  @Test
  void theHandoutHasThePlotTheSourcesAndHowToRepeatIt() throws IOException {
    String page = text(Format.HTML);
    assertTrue(page.contains("<svg xmlns"));
    assertTrue(page.contains("Paxos Made Simple. ACM SIGACT News 32(4), 2001, section 2.4"));
    assertTrue(
        page.contains("<code>experiment livelock repeats=1 seed=5 dial=0,40 bound=9</code>"));
    assertTrue(
        page.contains("<th scope=\"row\">40&nbsp;%</th><td>3</td><td>3</td><td>3</td><td>0"));
    assertFalse(page.contains("{{"), "a place that nothing fills");
    assertFalse(page.contains("http-equiv=\"refresh\"") || page.contains("src="), "a network");
  }

  @Test
  void theSameResultsGiveTheSameFile() throws IOException {
    for (Format format : Format.values()) {
      assertArrayEquals(bytes(format), bytes(format));
    }
  }
}
