package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
}
