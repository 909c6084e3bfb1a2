package paxoscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;

/** What is told of a scenario names only servers that can be seen. */
class RoleNamesTest {

  private static final List<String> ADDRESSES =
      List.of("h:8000", "h:8001", "h:8002", "h:8003", "h:8004");

  private static final Pattern HIDDEN = Pattern.compile("\\b[PMQR]\\b");

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().find(name).orElseThrow();
  }

  @Test
  void theServersOfARunStandForTheHiddenRoles() {
    Scenario told =
        RoleNames.told(scenario("BB_wins"), Map.of("A", "S2", "B", "h:8002"), ADDRESSES);
    assertEquals(
        "Only A itself has accepted A's value when B begins, and B's majority knows nothing of it."
            + " S4 promises B's higher number and then refuses A. B's value is chosen; A's proposal"
            + " is blocked for good.",
        told.story().strip());
  }

  @Test
  void noScenarioOfTheProgramNamesARoleThatNobodySees() {
    for (Scenario scenario : ScenarioLibrary.load().scenarios()) {
      Scenario told = RoleNames.told(scenario, Map.of(), ADDRESSES);
      List.of(told.title(), told.story(), told.lesson(), told.question().orElse(""))
          .forEach(text -> assertEquals(false, HIDDEN.matcher(text).find(), text));
    }
  }

  @Test
  void theBoxesOfTheLectureKeepTheirLetter() {
    Map<String, ServerId> roles = Map.of("P", new ServerId(2));
    assertEquals("P 3.1 at S2, then P n", RoleNames.in("P 3.1 at P, then P n", roles));
  }

  @Test
  void whereTheScenarioCannotBePlayedItIsToldAsItIsWritten() {
    Scenario scenario = scenario("BB_wins");
    assertSame(scenario, RoleNames.told(scenario, Map.of(), ADDRESSES.subList(0, 3)));
  }
}
