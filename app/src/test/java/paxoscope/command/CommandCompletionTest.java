package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandCompletionTest {

  private final CommandCompletion completion =
      new CommandCompletion(
          new ServerNames(List.of("127.0.0.1:8000", "127.0.0.1:8001", "127.0.0.1:8002")),
          new ExampleScenarios());

  private final List<String> ports = List.of("8000", "8001", "8002");

  @Test
  void whatTheNetworkDoesIsCompleted() {
    assertEquals(List.of("to", "of", "all"), completion.candidates(List.of("deliver")));
    assertEquals(ports, completion.candidates(List.of("deliver", "to")));
    assertEquals(List.of(), completion.candidates(List.of("deliver", "of")));
    assertEquals(List.of(), completion.candidates(List.of("propose")));
    assertEquals(List.of("on"), completion.candidates(List.of("propose", "x")));
    assertEquals(ports, completion.candidates(List.of("propose", "x", "on")));
    assertEquals(List.of("scenario"), completion.candidates(List.of("save")));
    assertEquals(List.of("B_wins", "livelock"), completion.candidates(List.of("check")));
    assertEquals(completion.candidates(List.of()), completion.candidates(List.of("help")));
    assertEquals(ports, completion.candidates(List.of("pause")));
    assertEquals(ports, completion.candidates(List.of("cut")));
    assertEquals(ports, completion.candidates(List.of("cut", "8000", "-")));
    assertEquals("all", completion.candidates(List.of("heal")).getLast());
    assertEquals(List.of("seed=7", "off"), completion.candidates(List.of("faults")));
  }

  @Test
  void theFirstWordIsACommand() {
    assertEquals(
        List.of(
            "set",
            "B_wins",
            "livelock",
            "run",
            "restart",
            "crash",
            "recover",
            "free",
            "held",
            "propose",
            "deliver",
            "drop",
            "duplicate",
            "pause",
            "resume",
            "cut",
            "heal",
            "faults",
            "end",
            "experiment",
            "status",
            "save",
            "check",
            "help",
            "exit"),
        completion.candidates(List.of()));
  }

  @Test
  void setValueIsCompletedWordByWord() {
    assertEquals(List.of("value"), completion.candidates(List.of("set")));
    assertEquals(List.of(), completion.candidates(List.of("set", "value")));
    assertEquals(List.of("on"), completion.candidates(List.of("set", "value", "1")));
    assertEquals(ports, completion.candidates(List.of("set", "value", "1", "on")));
  }

  @Test
  void aScenarioIsOfferedServersThenNothingForValuesThenItsSwitches() {
    assertEquals(ports, completion.candidates(List.of("LIVELOCK")));
    assertEquals(ports, completion.candidates(List.of("livelock", "8000")));
    assertEquals(List.of(), completion.candidates(List.of("livelock", "8000", "8001")));
    assertEquals(
        List.of("cure=yes", "rounds=3"),
        completion.candidates(List.of("livelock", "8000", "8001", "1", "2")));
  }

  @Test
  void runIsOfferedScenariosAndThenTheirParameters() {
    assertEquals(List.of("B_wins", "livelock"), completion.candidates(List.of("run")));
    assertEquals(
        List.of("A=S1", "B=S5", "X=123", "Y=456"), completion.candidates(List.of("run", "b_wins")));
  }

  @Test
  void crashAndRecoverAreOfferedTheServers() {
    assertEquals(ports, completion.candidates(List.of("crash")));
    assertEquals(ports, completion.candidates(List.of("Recover")));
    assertEquals(List.of(), completion.candidates(List.of("status")));
  }
}
