package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;

class CommandParserTest {

  private static final List<String> USUAL =
      List.of(
          "127.0.0.1:8000", "127.0.0.1:8001", "127.0.0.1:8002", "127.0.0.1:8003", "127.0.0.1:8004");

  private final CommandParser parser =
      new CommandParser(new ServerNames(USUAL), new ExampleScenarios());

  private Command parse(String line) throws CommandException {
    return parser.parse(line).orElseThrow();
  }

  private String error(String line) {
    return assertThrows(CommandException.class, () -> parser.parse(line)).getMessage();
  }

  private Command play(Scenario scenario, String... namesAndTexts) {
    Map<String, String> arguments = new java.util.HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      arguments.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new Command.Play(scenario, arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set value 123 on 8000",
        "SET VALUE 123 ON 8000",
        "Set Value 123 on S1",
        "set value '123' on s1",
        "set value 123 on 127.0.0.1:8000"
      })
  void aValueIsSetInAnyLetterCaseAndByAnyNameOfTheServer(String line) throws CommandException {
    assertEquals(play(ExampleScenarios.SET_VALUE, "server", "S1", "value", "123"), parse(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"B_wins 8000 8004 X Y", "b_WINS s1 S5 X Y"})
  void aScenarioTakesItsServersAndValuesByTheirPlace(String line) throws CommandException {
    assertEquals(
        play(ExampleScenarios.B_WINS, "A", "S1", "B", "S5", "X", "X", "Y", "Y"), parse(line));
  }

  @Test
  void anUnknownParameterIsNamedAndNotCountedAsAWord() throws CommandException {
    assertEquals(
        "B_wins has no parameter 'round': it has A, B, X, Y. Write B_wins <port A> <port B>"
            + " <value A> <value B>.",
        error("B_wins 8000 8004 1 2 round=0"));
    // A value may look like one.
    assertEquals(
        play(ExampleScenarios.B_WINS, "A", "S1", "B", "S5", "X", "round=0", "Y", "b"),
        parse("B_wins 8000 8004 round=0 b"));
    assertEquals(
        "B_wins takes 4 words after its name, not 5: write B_wins <port A> <port B> <value A>"
            + " <value B>.",
        error("B_wins 8000 8004 1 2 'round=0'"));
  }

  @Test
  void aServerOfThisMachineMayBeNamedByLocalhost() throws CommandException {
    assertEquals(new Command.Crash(new ServerId(3)), parse("crash localhost:8002"));
  }

  @Test
  void anUnknownServerIsQuotedHoweverItIsNamed() {
    assertEquals(
        "There is no server ':': the servers are S1 (8000), S2 (8001), S3 (8002), S4 (8003), S5"
            + " (8004).",
        error("crash :"));
  }

  @Test
  void aScenarioTakesItsSwitchesAndNumbersByName() throws CommandException {
    assertEquals(
        play(
            ExampleScenarios.LIVELOCK,
            "A",
            "S2",
            "B",
            "S3",
            "X",
            "1",
            "Y",
            "2",
            "cure",
            "NO",
            "rounds",
            "2"),
        parse("livelock 8001 8002 1 2 Cure=NO rounds=2"));
  }

  @Test
  void aValueMayLookLikeAParameter() throws CommandException {
    assertEquals(
        play(ExampleScenarios.LIVELOCK, "A", "S1", "B", "S2", "X", "X=1", "Y", "cure=no"),
        parse("livelock 8000 8001 X=1 \"cure=no\""));
  }

  @Test
  void runTakesAllParametersByName() throws CommandException {
    assertEquals(
        play(ExampleScenarios.B_WINS, "A", "S2", "X", "two words"),
        parse("run b_wins A=8001 X=\"two words\""));
  }

  @Test
  void runOpensAFileThatIsNamedByItsPath() throws CommandException {
    assertEquals(
        new Command.Play(
            ExampleScenarios.FROM_FILE,
            Map.of(),
            Optional.of(new ExampleScenarios().open("./my.yaml"))),
        parse("run ./my.yaml"));
  }

  @Test
  void theOtherCommandsAreKnownInAnyLetterCase() throws CommandException {
    assertEquals(new Command.Restart(), parse("ReStart"));
    assertEquals(new Command.Crash(new ServerId(3)), parse("CRASH 8002"));
    assertEquals(new Command.Recover(new ServerId(3)), parse("recover s3"));
    assertEquals(new Command.Status(), parse("status"));
    assertEquals(new Command.Save(Path.of("my run")), parse("SAVE 'my run'"));
    assertEquals(new Command.Check(Path.of("a.paxosrun")), parse("check a.paxosrun"));
    assertEquals(new Command.Help(Optional.empty()), parse("Help"));
    assertEquals(new Command.Help(Optional.of(ExampleScenarios.B_WINS)), parse("help b_WINS"));
    assertEquals(
        new Command.Help(Optional.of(ExampleScenarios.SET_VALUE)), parse("help set value"));
    assertEquals(
        new Command.HelpOn(
            List.of(new CommandForms.Entry("crash <port>", "kills a server's process"))),
        parse("help CRASH"));
    assertEquals(new Command.Exit(), parse("EXIT"));
  }

  @Test
  void blankLinesAndCommentsSayNothing() throws CommandException {
    assertEquals(Optional.empty(), parser.parse("   "));
    assertEquals(Optional.empty(), parser.parse("  # a remark"));
  }

  @Test
  void aScenarioIsFoundByItsNameAsItStandsInProse() throws CommandException {
    assertEquals(parser.parse("run B_wins"), parser.parse("run b-wins"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          set value 123              | set value <value> on <port>
          set value 1 2 on 8000      | set value <value> on <port>
          set value 123 at 8000      | set value <value> on <port>
          set value 123 on 9999      | no server '9999'
          set value "" on 8000       | A value must not be empty.
          B_wins 8000 8000 X Y       | must differ
          B_wins 8000 8004 X         | B_wins <port A> <port B> <value A> <value B>
          livelock 1 2               | <value B> [name=value ...]
          livelock 8000 8001 1 2 cure=maybe | cure must be yes or no
          livelock 8000 8001 1 2 rounds=-1  | rounds must be a whole number
          livelock 8000 8001 1 2 cure=no cure=no | given twice
          run                        | run <scenario name or file>
          help nowhere               | There is no command or scenario 'nowhere'
          run nowhere                | There is no scenario 'nowhere'
          run B_wins Z=1             | run B_wins [A=...]
          restart now                | stands alone
          crash                      | crash <port>
          crash 8000 8001            | crash <port>
          frobnicate                 | There is no command 'frobnicate'
          'set value "1 on 8000'     | A quote is not closed
          """)
  void aWrongCommandIsAnsweredWithWhatIsWrongAndTheRightForm(String line, String expected) {
    String message = error(line);
    assertEquals(-1, message.indexOf('\n'), "one line");
    assertEquals(expected, message.contains(expected) ? expected : message);
  }

  @Test
  void aPortThatTwoServersHaveIsAmbiguous() {
    CommandParser remote =
        new CommandParser(
            new ServerNames(List.of("one:8000", "two:8000", "three:8001")), new ExampleScenarios());
    String message =
        assertThrows(CommandException.class, () -> remote.parse("crash 8000")).getMessage();
    assertEquals(
        "8000 is ambiguous: S1 (one:8000) and S2 (two:8000) listen on that port; name one of them"
            + " as S1 or host:port.",
        message);
  }

  @Test
  void anAmbiguousPortCanBeNamedWithItsHost() throws CommandException {
    CommandParser remote =
        new CommandParser(
            new ServerNames(List.of("one:8000", "two:8000", "three:8001")), new ExampleScenarios());
    assertEquals(Optional.of(new Command.Crash(new ServerId(2))), remote.parse("crash TWO:8000"));
  }
}
