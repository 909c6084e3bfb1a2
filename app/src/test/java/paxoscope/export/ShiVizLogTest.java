package paxoscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import paxoscope.director.PlayedScenarios;

/** The log is parsed as ShiViz does, and its clocks are those of a run. */
class ShiVizLogTest {

  /** The expression that ShiViz offers at first. */
  private static final Pattern USUAL =
      Pattern.compile("(?<event>.*)\\n(?<host>\\S*) (?<clock>\\{.*\\})");

  @Test
  void everyEventHasItsServerAndAClockThatCountsIt() {
    String log = ShiVizLog.of(PlayedScenarios.play("B_wins", Map.of()));
    Map<String, Integer> own = new HashMap<>();
    Matcher events = USUAL.matcher(log);
    int count = 0;
    while (events.find()) {
      count++;
      String host = events.group("host");
      assertTrue(host.matches("S[1-5]"), host);
      assertEquals(
          own.merge(host, 1, Integer::sum), entry(events.group("clock"), host).orElseThrow());
    }
    assertEquals(log.lines().count(), 2L * count);
    assertTrue(count > 60, count + " events");
  }

  @Test
  void aReceiptKnowsWhatItsSenderKnewWhenItSent() {
    String log = ShiVizLog.of(PlayedScenarios.play("B_wins", Map.of()));
    Matcher receipt = Pattern.compile("handled Prepare 4\\.5 from S5\\nS3 (\\{.*\\})").matcher(log);
    assertTrue(receipt.find());
    Matcher sending = Pattern.compile("sends Prepare 4\\.5\\nS5 (\\{.*\\})").matcher(log);
    assertTrue(sending.find());
    assertTrue(
        entry(receipt.group(1), "S5").orElseThrow() >= entry(sending.group(1), "S5").orElseThrow());
  }

  private static java.util.Optional<Integer> entry(String clock, String host) {
    Matcher entry = Pattern.compile("\"" + host + "\":(\\d+)").matcher(clock);
    return entry.find()
        ? java.util.Optional.of(Integer.valueOf(entry.group(1)))
        : java.util.Optional.empty();
  }
}
