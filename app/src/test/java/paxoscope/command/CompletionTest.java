package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private final CommandCompletion source =
      new CommandCompletion(
          new ServerNames(List.of("127.0.0.1:8000", "127.0.0.1:8001", "127.0.0.1:8002")),
          new ExampleScenarios());

  private Completion at(String line) {
    return Completion.of(source, line, line.length());
  }

  @Test
  void anEmptyLineOffersNothingSoThatTabCanLeave() {
    assertEquals(List.of(), at("").candidates());
    assertEquals(List.of(), at("   ").candidates());
  }

  @Test
  void aSingleCandidateIsTakenAndTheNextWordCanBegin() {
    Completion taken = at("CRA").next();
    assertEquals("crash ", taken.text());
    assertEquals(6, taken.cursor());
    assertTrue(taken.isFinished());
  }

  @Test
  void severalCandidatesAreFirstCompletedAsFarAsTheyAgreeAndThenOneAfterTheOther() {
    Completion typed = at("re");
    assertEquals(List.of("restart", "recover", "resume"), typed.candidates());
    Completion first = typed.next();
    assertEquals("restart", first.text());
    assertEquals("recover", first.next().text());
    assertEquals("restart", first.next().next().next().text());
    Completion ports = at("crash 8").next();
    assertEquals("crash 800", ports.text());
    assertFalse(ports.isChosen());
    assertEquals("crash 8000", ports.next().text());
  }

  @Test
  void goingBackTakesTheCandidateBefore() {
    assertEquals("resume", at("re").previous().text());
    assertEquals("restart", at("re").previous().previous().previous().text());
  }

  @Test
  void aCandidateThatIsTakenForGoodEndsTheWord() {
    Completion taken = at("re").take(1);
    assertEquals("recover ", taken.text());
    assertTrue(taken.isFinished());
  }

  @Test
  void onlyTheWordAtTheCursorChanges() {
    Completion middle = Completion.of(source, "crash 80 later", 8);
    assertEquals("crash 800 later", middle.next().text());
    assertEquals("crash 8001 later", middle.choose(1).text());
    assertEquals(10, middle.choose(1).cursor());
  }

  @Test
  void afterACommandItsWordsAreOfferedBeforeAnyIsTyped() {
    assertEquals(List.of("8000", "8001", "8002"), at("recover ").candidates());
    assertTrue(at("recover ").isWorthShowing());
  }

  @Test
  void whereAnythingCanStandNothingIsOffered() {
    assertEquals(List.of(), at("livelock 8000 8001 ").candidates());
    assertEquals(List.of(), at("set value \"two ").candidates());
    assertEquals("set value \"two ", at("set value \"two ").next().text());
  }

  @Test
  void aWordThatIsTypedInFullIsNotOfferedAgain() {
    assertFalse(at("status").isWorthShowing());
    assertEquals("status ", at("status").next().text());
  }
}
