package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.NodeEvent;
import paxoscope.narration.Narrator;
import paxoscope.protocol.ServerId;
import paxoscope.runtext.CallText;
import paxoscope.runtext.RecordedRun;
import paxoscope.runtext.RunTextException;
import paxoscope.runtext.RunTextReader;
import paxoscope.runtext.RunTextWriter;
import paxoscope.trace.RunHeader;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** A run that is printed and parsed again is the same run, whatever happened in it. */
class RunTextTest {

  private static final CallText CALL =
      new CallText(
          new ServerId(2), List.of("S2-1-7", "S2-1-9"), "<a>\n\"ü\"</a>", Optional.of("<b/>"));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  static String print(Trace trace) {
    RunTextWriter writer = new RunTextWriter(trace.header());
    StringBuilder text = new StringBuilder(writer.header());
    trace.steps().forEach(step -> text.append(writer.step(step)));
    return text.toString();
  }

  static Trace play(String scenario, Map<String, String> arguments) {
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.start(ScenarioLibrary.load().find(scenario).orElseThrow(), arguments);
      while (run.next().isPresent()) {
        run.step();
      }
      run.end();
      return run.trace();
    }
  }

  private static Trace random(long seed, int steps) {
    RandomRun run = new RandomRun(seed % 2 == 0 ? 5 : 3, seed);
    for (int i = 0; i < steps; i++) {
      run.step();
    }
    return run.trace;
  }

  private static void assertSame(Trace expected, Trace read) {
    assertEquals(expected.header(), read.header());
    assertEquals(expected.steps(), read.steps());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRandomRunComesBack(long seed) {
    Trace trace = random(seed, 300);
    String text = print(trace);
    RecordedRun read = RunTextReader.parse(text);
    assertSame(trace, read.trace());
    assertEquals(Optional.empty(), read.notice());
    assertEquals(text, print(read.trace()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set_value", "A_wins", "B_wins", "BB_wins", "livelock"})
  void everyScenarioComesBackWithItsPictures(String scenario) {
    Trace trace = play(scenario, Map.of("X", "\"ü\\\u2028\n\t\uD83D\uDE00"));
    Trace read = RunTextReader.parse(print(trace)).trace();
    assertSame(trace, read);
    for (int cursor = 0; cursor <= trace.size(); cursor++) {
      assertEquals(trace.at(cursor), read.at(cursor));
    }
    assertEquals(trace.passagesBetween(1, trace.size()), read.passagesBetween(1, read.size()));
  }

  @Test
  void aRunWithoutStepsComesBack() {
    Trace trace =
        new paxoscope.trace.RecordedTrace(
            new RunHeader(
                "r",
                "s",
                "a \"title\"",
                Map.of("x", "1"),
                Optional.empty(),
                Optional.of(new ServerId(2)),
                List.of(1, 2)));
    assertSame(trace, RunTextReader.parse(print(trace)).trace());
  }

  @Test
  void callsComeBackWithTheRun() {
    Trace trace = random(1, 20);
    RecordedRun read = RunTextReader.parse(print(trace) + RunTextWriter.call(CALL));
    assertSame(trace, read.trace());
    assertEquals(Optional.of(CALL), read.call(CALL.owner(), "S2-1-9"));
    assertEquals(Optional.empty(), read.call(CALL.owner(), "S2-1-8"));
  }

  @Test
  void whereverTheTextIsCutOffAllWholeLinesAreThere() {
    Trace trace = random(3, 12);
    String text = print(trace) + RunTextWriter.call(CALL);
    for (int end = text.indexOf('\n'); end <= text.length(); end++) {
      String left = text.substring(0, end);
      boolean whole = left.endsWith("\n") || left.endsWith("}") && text.charAt(end) == '\n';
      String lines = whole ? left : left.substring(0, left.lastIndexOf('\n') + 1);
      RecordedRun read = RunTextReader.parse(left);
      assertEquals(count(lines, "{\"step\""), read.trace().size());
      assertEquals(count(lines, "{\"event\""), events(read.trace()).size());
      assertEquals(events(trace).subList(0, events(read.trace()).size()), events(read.trace()));
      assertEquals(count(lines, "{\"xml\""), read.calls().size());
      assertEquals(!whole, read.notice().isPresent(), () -> read.notice().toString());
      int line = 1 + (int) lines.lines().count();
      assertTrue(whole || read.notice().get().startsWith("Line " + line + " was cut off"));
    }
  }

  private static int count(String text, String begin) {
    return (int) text.lines().filter(line -> line.startsWith(begin)).count();
  }

  private static List<NodeEvent> events(Trace trace) {
    return trace.steps().stream().flatMap(step -> step.events().stream()).toList();
  }

  @Test
  void aTextThatIsCutOffInItsFirstLineIsRefused() {
    String text = print(random(3, 12));
    for (int end = 0; end < text.indexOf('\n'); end++) {
      String left = text.substring(0, end);
      assertTrue(error(left).startsWith("line 1: "), left);
    }
  }

  private static String error(String text) {
    return assertThrows(RunTextException.class, () -> RunTextReader.parse(text)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "x",
        "[]",
        "null",
        "{} {}",
        "{\"paxoscope\":\"run\"}",
        "{\"step\":\"jump\"}",
        "{\"step\":7}",
        "{\"step\":\"observed\",\"step\":\"observed\"}",
        "{\"step\":\"crash\"}",
        "{\"step\":\"crash\",\"server\":\"S9\"}",
        "{\"step\":\"crash\",\"server\":\"9\"}",
        "{\"step\":\"deliver\",\"item\":\"Prepare 3.1 S1\"}",
        "{\"step\":\"deliver\",\"item\":\"Prepare 3.1 S1 > S9\"}",
        "{\"step\":\"deliver\",\"item\":\"Prepared 3.1 S1 > S2\"}",
        "{\"step\":\"observed\",\"outcome\":\"well\"}",
        "{\"step\":\"observed\",\"subject\":{\"kind\":\"Prepare\"}}",
        "{\"step\":\"observed\",\"subject\":[]}",
        "{\"step\":\"propose\",\"server\":\"S1\",\"value\":\"\",\"options\":{\"attempts\":1,\"backoff\":\"none\"}}",
        "{\"step\":\"propose\",\"server\":\"S1\",\"value\":\"1\",\"options\":{\"attempts\":0,\"backoff\":\"none\"}}",
        "{\"step\":\"propose\",\"server\":\"S1\",\"value\":\"1\",\"options\":{\"attempts\":1,\"backoff\":\"long\"}}",
        "{\"event\":\"happened\",\"node\":\"S1\"}",
        "{\"event\":\"handled\"}",
        "{\"event\":\"held\",\"node\":\"S1\"}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"message\":{\"kind\":\"Nack\",\"from\":\"S1\",\"to\":\"S2\",\"number\":\"3.1\",\"refused\":\"Commit\",\"promised\":\"4.1\"}}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"state\":{\"promised\":\"3\"}}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"state\":{\"held\":-1}}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"state\":{\"held\":1.5}}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"state\":{\"gate\":\"ajar\"}}",
        "{\"event\":\"handled\",\"node\":\"S1\",\"state\":{\"rulesOff\":[\"all\"]}}",
        "{\"stamps\":7}",
        "{\"stamps\":[7]}",
        "{\"xml\":{\"owner\":\"S1\"}}",
        "{\"what\":\"ever\"}"
      })
  void eachKindOfDamageIsToldWithItsLine(String damaged) {
    List<String> lines = new ArrayList<>(print(random(2, 30)).lines().toList());
    // Below a step with an event, so that each of them stands where a line like it may.
    int place = 3;
    while (!lines.get(place - 1).startsWith("{\"stamps\"")) {
      place++;
    }
    lines.add(place, damaged);
    String message = error(String.join("\n", lines) + "\n");
    assertTrue(message.startsWith("line " + (place + 1) + ": "), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void anEventWithoutAStepIsToldWithItsLine() {
    String header = print(random(2, 1)).lines().findFirst().orElseThrow() + "\n";
    assertEquals(
        "line 2: the event must stand below a step.",
        error(header + "{\"event\":\"started\",\"node\":\"S1\"}\n"));
    assertEquals(
        "line 2: the stamps must stand below a step.", error(header + "{\"stamps\":[]}\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "GIF89a\u0000\u0001",
        "{}",
        "[1, 2]",
        "{\"name\":\"package\",\"version\":\"1\"}",
        "name: A_wins\nscript:\n"
      })
  void whatIsNoRunIsToldSo(String foreign) {
    assertTrue(
        error(foreign)
            .endsWith(
                "this is no run of Paxoscope, for a run begins with {\"paxoscope\":\"run\"."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'A':'S1','B':'S1'  | line 1: A and B are both S1.
          'A':'S1','B':'S9'  | line 1: 'S9' is no server of this run: it has S1 to S3.
          """)
  void aHeaderThatCannotBeIsTold(String members, String told) {
    assertEquals(told, error(header(members, "[8000,8001,8002]")));
  }

  @Test
  void portsAreThoseThatThereAre() {
    assertEquals(
        "line 1: 'ports' has 70000: a port is 1 to 65535.",
        error(header("'A':'S1'", "[8000,8001,70000]")));
  }

  private static String header(String members, String ports) {
    return "{'paxoscope':'run','version':1,%s,'ports':%s}\n"
        .formatted(members, ports)
        .replace('\'', '"');
  }

  @Test
  void aMarkOfUtf8BeforeTheFirstLineIsPassedOver() {
    String text = print(random(2, 30));
    assertEquals(text, print(RunTextReader.parse("\ufeff" + text).trace()));
  }

  @Test
  void aLineThatBreaksOffInTheMiddleIsToldInPlainWords() {
    String text = print(random(2, 30));
    int cut = text.indexOf('\n', text.indexOf("{\"step\"")) - 3;
    assertEquals(
        "line 2: this is no JSON: the line ends too early.",
        error(text.substring(0, cut) + "\n" + text.substring(text.indexOf('\n', cut) + 1)));
  }

  @Test
  void anEventThatIsLostInTheMiddleIsNoticed() {
    List<String> lines = new ArrayList<>(print(play("B_wins", Map.of())).lines().toList());
    int event = 0;
    while (!lines.get(event).startsWith("{\"event\"")) {
      event++;
    }
    lines.remove(event);
    String message = error(String.join("\n", lines) + "\n");
    assertTrue(message.endsWith("a line is missing, or one too many."), message);
  }

  @Test
  void aVersionToComeIsRefusedAndWhatItAddsToThisOneIsIgnored() {
    String text = print(random(2, 30));
    assertEquals(
        "line 1: the run is of version 2, and this program reads version 1: open it with a newer"
            + " one.",
        error(text.replaceFirst("\"version\":1", "\"version\":2")));
    String more =
        text.replace("{\"step\":", "{\"new\":{\"deep\":[1,2.5,null,1e400]},\"step\":")
            .replace("\"node\":", "\"hue\":12345678901234567890123,\"node\":");
    assertSame(RunTextReader.parse(text).trace(), RunTextReader.parse(more).trace());
  }

  @Test
  void theStampsMayBeLeftOutAndNothingElseChanges() {
    Trace trace = play("B_wins", Map.of());
    StringBuilder text = new StringBuilder();
    print(trace)
        .lines()
        .filter(line -> !line.startsWith("{\"stamps\""))
        .forEach(line -> text.append(line).append("\n"));
    Trace read = RunTextReader.parse(text.toString()).trace();
    assertEquals(Optional.empty(), paxoscope.trace.TraceDifference.first(trace, read));
  }

  /** What two runs of the same decisions have not alike stands in lines of its own. */
  @Test
  void twoRunsOfOneScenarioDifferInTheirHeaderAndStampsOnly() {
    List<String> one = print(play("BB_wins", Map.of())).lines().toList();
    List<String> other = print(play("BB_wins", Map.of())).lines().toList();
    assertEquals(compared(one), compared(other));
  }

  private static List<String> compared(List<String> lines) {
    return lines.stream()
        .skip(1)
        .filter(line -> !line.startsWith("{\"stamps\""))
        .map(line -> line.replaceAll("\"run\":\"[^\"]*\"", ""))
        .toList();
  }

  /** Nobody's random damage gets further than one clear line; what still reads can be shown. */
  @ParameterizedTest
  @MethodSource("seeds")
  void randomDamageIsEitherToldOrHarmless(long seed) {
    Random random = new Random(seed);
    String text = print(random(seed, 40));
    for (int i = 0; i < 60; i++) {
      String damaged = damaged(text, random);
      try {
        Trace read = RunTextReader.parse(damaged).trace();
        SafetyProperties.check(read);
        Narrator narrator = new Narrator();
        for (int step = 1; step <= read.size(); step++) {
          narrator.narrate(read, step);
        }
      } catch (RunTextException told) {
        assertTrue(told.getMessage().startsWith("line "), told.getMessage());
        assertEquals(1, told.getMessage().lines().count());
      }
    }
  }

  private static String damaged(String text, Random random) {
    int place = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 ->
          text.substring(0, place) + (char) (32 + random.nextInt(95)) + text.substring(place + 1);
      case 1 -> text.substring(0, place) + text.substring(place + 1);
      case 2 -> withoutLine(text, place);
      default -> text.substring(0, place) + random.nextInt(10) + text.substring(place);
    };
  }

  private static String withoutLine(String text, int place) {
    int begin = text.lastIndexOf('\n', place - 1) + 1;
    int end = text.indexOf('\n', place) + 1;
    return text.substring(0, begin) + text.substring(Math.max(begin, end));
  }

  @Test
  void aStepKeepsTheEventsThatWereWritten() {
    Trace trace = play("A_wins", Map.of());
    String text = print(trace);
    int cut = text.lastIndexOf("{\"event\"");
    TraceStep whole = trace.step(trace.size());
    TraceStep left = RunTextReader.parse(text.substring(0, cut + 5)).trace().step(trace.size());
    assertEquals(whole.decision(), left.decision());
    assertEquals(whole.events().subList(0, whole.events().size() - 1), left.events());
  }
}
