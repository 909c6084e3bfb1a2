package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static List<String> texts(String line) throws CommandException {
    return Words.of(line).stream().map(Words.Word::text).toList();
  }

  @Test
  void wordsAreSplitAtAnyNumberOfSpaces() throws CommandException {
    assertEquals(List.of("set", "value", "1"), texts("  set   value\t1 "));
  }

  @Test
  void quotesKeepSpacesTogether() throws CommandException {
    assertEquals(List.of("a b", "c d"), texts("\"a b\" 'c d'"));
  }

  @Test
  void anEmptyPairOfQuotesIsAWord() throws CommandException {
    assertEquals(List.of("", "x"), texts("\"\" x"));
  }

  @Test
  void aBackslashKeepsAQuoteInDoubleQuotesOnly() throws CommandException {
    assertEquals(
        List.of("say \"hi\" \\", "\\n", "C:\\new"), texts("\"say \\\"hi\\\" \\\\\" '\\n' C:\\new"));
  }

  @Test
  void quotesMayStandInTheMiddleOfAWord() throws CommandException {
    assertEquals(List.of("X=two words!"), texts("X=\"two words\"!"));
  }

  @Test
  void anApostropheInsideDoubleQuotesIsPlainText() throws CommandException {
    assertEquals(List.of("it's"), texts("\"it's\""));
  }

  @Test
  void aQuoteThatIsNotClosedIsRefused() {
    CommandException wrong = assertThrows(CommandException.class, () -> Words.of("set value \"1"));
    assertEquals(
        "A quote is not closed: end the value with \", as in \"two words\".", wrong.getMessage());
  }
}
