package paxoscope.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.command.CommandOutput.Tone;

class ConsoleColoursTest {

  @Test
  void aTerminalHasColours() {
    assertTrue(ConsoleColours.of(true, Map.of("TERM", "xterm")).used());
    assertTrue(ConsoleColours.of(true, Map.of("NO_COLOR", "")).used());
  }

  @Test
  void aPipeADumbTerminalAndWhoeverSetsNoColorHaveNone() {
    assertFalse(ConsoleColours.of(false, Map.of()).used());
    assertFalse(ConsoleColours.of(true, Map.of("TERM", "dumb")).used());
    assertFalse(ConsoleColours.of(true, Map.of("NO_COLOR", "1")).used());
  }

  @Test
  void withoutColoursALineStaysAsItIs() {
    for (Tone tone : Tone.values()) {
      assertEquals("line", new ConsoleColours(false).paint(tone, "line"));
    }
  }

  @Test
  void withColoursALineEndsAsItBegan() {
    assertEquals("\u001B[31mline\u001B[0m", new ConsoleColours(true).paint(Tone.REFUSAL, "line"));
    assertEquals("line", new ConsoleColours(true).paint(Tone.PLAIN, "line"));
  }
}
