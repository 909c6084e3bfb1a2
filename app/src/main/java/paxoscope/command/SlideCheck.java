package paxoscope.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Box;
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
    // A scenario may go on after its slide.
    Set<String> columns = slide.get().boxes().stream().map(Box::column).collect(Collectors.toSet());
    BoxDiagram real =
        new BoxDiagram(
            BoxDiagram.of(steps).boxes().stream()
                .filter(box -> columns.contains(box.column()))
                .toList());
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
