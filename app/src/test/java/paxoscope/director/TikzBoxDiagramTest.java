package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.director.ScenariosOnSimulatedNodesTest.Pair;
import paxoscope.export.TikzBoxDiagram;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Trace;

/**
 * The LaTeX of the box diagram. What is written here to {@code target/tikz} is compiled by {@code
 * .ci/compile-tikz}, where there is a LaTeX.
 */
class TikzBoxDiagramTest {

  private static final Pair PAIR = new Pair(new ServerId(1), new ServerId(5));
  private static final String HOSTILE = "50% \\input{x} $a_1^2$ {#&~} <\"é\"> 中 | -- `q'";

  private static String document(String name, Trace trace) throws IOException {
    String document = new TikzBoxDiagram(trace).at(trace.size());
    Path folder = Files.createDirectories(Path.of("target", "tikz"));
    Files.writeString(folder.resolve(name + ".tex"), document);
    return document;
  }

  private static long count(String document, String regex) {
    return Pattern.compile(regex).matcher(document).results().count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_wins", "B_wins", "BB_wins", "livelock"})
  void everyBoxIsANodeAndEveryGroupIsClosed(String name) throws IOException {
    Map<String, String> arguments = new HashMap<>(PAIR.arguments());
    arguments.put("cure", "no");
    Trace trace = SlideOfScenariosTest.played(5, List.of(name), arguments);
    String document = document(name, trace);
    assertTrue(document.contains("\\documentclass") && document.endsWith("\\end{document}\n"));
    int boxes = trace.header().reference().orElseThrow().boxes().size();
    assertTrue(count(document, "\\\\node\\[(role-|refused)") >= boxes);
    assertEquals(count(document, "\\{"), count(document, "\\}"));
    assertEquals(
        name.equals("BB_wins") || name.equals("livelock") ? 0 : 1,
        count(document, "\\\\draw\\[adopted\\]"));
  }

  @Test
  void aRefusalIsCrossedOutWithItsReasonAndTheMajorityIsMarked() throws IOException {
    String document = document("BB_wins", SlideOfScenariosTest.played("BB_wins", PAIR));
    assertEquals(1, count(document, "\\\\draw\\[refusal"));
    assertTrue(document.contains("{promised 4.5 in t3}"));
    assertEquals(3, count(document, ", majority\\]"));
    assertTrue(document.contains("Chosen: \\textquotedblleft{}of B\\textquotedblright{}"));
  }

  @Test
  void noCharacterOfAValueIsACommand() throws IOException {
    for (int i = 0; i < HOSTILE.length(); i += 12) {
      String value = HOSTILE.substring(i, Math.min(HOSTILE.length(), i + 12));
      Trace trace =
          SlideOfScenariosTest.played(5, List.of("set_value"), Map.of("A", "S1", "X", value));
      String document = document("hostile-" + i / 12, trace);
      assertFalse(document.contains("\\input"), document);
      assertFalse(document.contains("中"), document);
      assertFalse(count(document, "(?<!\\\\)([$&_~^]|#(?!1))") > 0, document);
    }
  }

  @Test
  void aRunWithoutBoxesIsADocumentToo() throws IOException {
    Trace trace = SlideOfScenariosTest.played("A_wins", PAIR);
    String document = new TikzBoxDiagram(trace).at(0);
    assertEquals(0, count(document, "\\\\node\\[role-"));
    Files.writeString(
        Files.createDirectories(Path.of("target", "tikz")).resolve("empty.tex"), document);
  }
}
