package paxoscope.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Scenario;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.TraceStep;

/** Compares the boxes that came of a scenario with those that it says must come. */
final class SlideCheck {

  private SlideCheck() {}

  /**
   * Compares, and tells the result in one line where the scenario has a reference.
   *
   * @param scenario what was played
   * @param arguments with which arguments
   * @param addresses the addresses of the servers
   * @param steps what came of it, to its end
   * @param output where to tell it
   * @return whether it ran as written
   */
  static boolean tell(
      Scenario scenario,
      Map<String, String> arguments,
      List<String> addresses,
      List<TraceStep> steps,
      CommandOutput output) {
    Optional<BoxDiagram> slide = Arguments.fill(scenario, arguments, addresses).reference(scenario);
    if (slide.isEmpty()) {
      return true;
    }
    BoxDiagram real = BoxDiagram.of(steps).inColumnsOf(slide.get());
    Optional<String> difference = real.firstDifference(slide.get());
    difference.ifPresentOrElse(
        text -> output.line(Tone.ERROR, "This is not the slide: " + text + "."),
        () ->
            output.line(
                Tone.QUIET,
                "All " + slide.get().boxes().size() + " boxes are those of the slide."));
    return difference.isEmpty();
  }
}
