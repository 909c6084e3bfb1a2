package paxoscope.ui.commandbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedLinesTest {

  private final TypedLines lines = new TypedLines();

  @Test
  void linesComeBackNewestFirstAndTheNewLineIsEmpty() {
    lines.add("status");
    lines.add("help");
    assertEquals(Optional.of("help"), lines.earlier());
    assertEquals(Optional.of("status"), lines.earlier());
    assertEquals(Optional.empty(), lines.earlier());
    assertEquals(Optional.of("help"), lines.later());
    assertEquals(Optional.of(""), lines.later());
    assertEquals(Optional.empty(), lines.later());
  }

  @Test
  void withNothingTypedNothingIsRecalled() {
    assertEquals(Optional.empty(), lines.earlier());
    assertEquals(Optional.empty(), lines.later());
  }
}
