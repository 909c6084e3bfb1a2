package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.ServerId;
import paxoscope.runtext.RecordedRun;
import paxoscope.runtext.RunTextReader;
import paxoscope.runtext.RunTextWriter;
import paxoscope.support.Documents;
import paxoscope.trace.SafetyProperties;

/** The example of the format, as other programs' authors read it. */
class DocumentedRunTest {

  private final String example = Documents.example("docs/run-format.md", "json");

  @Test
  void theExampleIsWhatThisProgramReadsAndWrites() {
    RecordedRun run = RunTextReader.parse(example);
    StringBuilder again = new StringBuilder(RunTextTest.print(run.trace()));
    run.calls().forEach(call -> again.append(RunTextWriter.call(call)));
    assertEquals(example, again.toString());
    assertEquals(Optional.empty(), run.notice());
    assertEquals(List.of(), SafetyProperties.check(run.trace()));
  }

  @Test
  void theExampleShowsEachKindOfLine() {
    RecordedRun run = RunTextReader.parse(example);
    assertEquals(3, run.trace().header().ports().size());
    assertTrue(run.trace().size() >= 3);
    assertEquals(1, run.calls().size());
    assertEquals(
        Optional.of("3.1"),
        run.trace()
            .at(run.trace().size())
            .server(new ServerId(2))
            .promised()
            .map(Object::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B_wins",
        "livelock",
        "recovery",
        "loss_and_duplicates",
        "partition",
        "majority_down"
      })
  void everyMemberThatIsWrittenIsExplained(String scenario) {
    String document = Documents.text("docs/run-format.md");
    // The members of parameters are the scenario's own.
    String written =
        RunTextTest.print(SimulatedTraces.of(scenario, Map.of()))
            .replaceFirst("\"parameters\":\\{[^}]*}", "");
    Set<String> unexplained = new TreeSet<>();
    Matcher members = Pattern.compile("\"(\\w+)\":").matcher(written);
    while (members.find()) {
      if (!document.contains("`" + members.group(1) + "`")) {
        unexplained.add(members.group(1));
      }
    }
    assertEquals(Set.of(), unexplained);
  }
}
