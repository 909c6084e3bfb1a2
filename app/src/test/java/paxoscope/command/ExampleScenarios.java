package paxoscope.command;

import java.util.List;
import java.util.Optional;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.Parameter.Kind;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;

/** Three scenarios with every kind of parameter, and one that comes from a file. */
final class ExampleScenarios implements ScenarioSource {

  static final Scenario SET_VALUE =
      scenario(
          "set_value",
          new Parameter("server", Kind.SERVER, "S1", "Server"),
          new Parameter("value", Kind.VALUE, "123", "Value"));

  static final Scenario B_WINS = scenario("B_wins", proposers());

  static final Scenario LIVELOCK =
      scenario(
          "livelock",
          proposers()[0],
          proposers()[1],
          proposers()[2],
          proposers()[3],
          new Parameter("cure", Kind.SWITCH, "yes", "Cure"),
          new Parameter("rounds", Kind.NUMBER, "3", "Rounds"));

  private static final ReadScenario OWN =
      ScenarioText.read(
          """
          paxoscope: 1
          name: mine
          title: Mine
          story: Story.
          lesson: Lesson.
          script:
            - crash: S1
          """);

  static final Scenario FROM_FILE = OWN.scenario().orElseThrow();

  private static Parameter[] proposers() {
    return new Parameter[] {
      new Parameter("A", Kind.SERVER, "S1", "Proposer A"),
      new Parameter("B", Kind.SERVER, "S5", "Proposer B"),
      new Parameter("X", Kind.VALUE, "123", "Value of A"),
      new Parameter("Y", Kind.VALUE, "456", "Value of B")
    };
  }

  private static Scenario scenario(String name, Parameter... parameters) {
    return new Scenario(
        name,
        "Title of " + name,
        "Story.",
        "Lesson.",
        Optional.empty(),
        false,
        List.of(parameters),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Override
  public List<Scenario> scenarios() {
    return List.of(SET_VALUE, B_WINS, LIVELOCK);
  }

  @Override
  public OwnScenario open(String file) {
    return new OwnScenario(file, OWN);
  }
}
