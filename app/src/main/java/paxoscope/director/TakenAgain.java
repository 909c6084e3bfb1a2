package paxoscope.director;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import paxoscope.trace.Decision;
import paxoscope.trace.StateDifference;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Takes the steps of a record again on the nodes, and finds where they come to something else. */
final class TakenAgain {

  private TakenAgain() {}

  /**
   * Takes steps until there is a difference; the run then stands there.
   *
   * @param record what was recorded
   * @param last how many of its steps to take
   * @param begun the new run
   * @param goOn asked before each step, with the number of those that were taken
   * @return the first difference, in one sentence; empty if there is none
   */
  static Optional<String> difference(Trace record, int last, DirectedRun begun, IntPredicate goOn) {
    for (int number = 1; number <= last && goOn.test(number - 1); number++) {
      Optional<String> difference;
      try {
        begun.step();
        difference =
            begun.trace().size() == number
                ? StateDifference.of(record.at(number), begun.trace().at(number))
                : Optional.of(
                    between(
                        record.step(number).decision(),
                        begun.trace().steps().subList(number - 1, begun.trace().size())));
      } catch (ClusterException failed) {
        difference = Optional.of(failed.getMessage());
      }
      if (difference.isPresent()) {
        return Optional.of("Step " + number + " went another way: " + difference.get());
      }
    }
    return Optional.empty();
  }

  /** What has come between the steps of the record. */
  private static String between(Decision recorded, List<TraceStep> steps) {
    TraceStep other =
        steps.stream()
            .filter(step -> !step.decision().equals(recorded))
            .findFirst()
            .orElse(steps.getLast());
    String events =
        other.events().stream()
            .map(event -> event.node() + " " + event.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return other.caption().isEmpty()
        ? "Something else happened at the servers meanwhile (%s).".formatted(events)
        : other.caption();
  }
}
