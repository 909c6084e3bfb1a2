package paxoscope.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;

/**
 * Compares two moments by what the servers hold and what waits. Incarnations, ids of gates and
 * clocks are left out: they differ from one run of the same decisions to the next.
 */
public final class StateDifference {

  private StateDifference() {}

  /**
   * Compares what was recorded with what is there now.
   *
   * @param recorded the moment in the record
   * @param now the moment that should be the same
   * @return the first difference in one plain sentence; empty if there is none
   */
  public static Optional<String> of(ClusterState recorded, ClusterState now) {
    for (ServerView then : recorded.servers()) {
      Optional<String> difference = of(then, now.server(then.server()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    List<String> waited = waiting(recorded);
    List<String> waits = waiting(now);
    if (!waited.equals(waits)) {
      return Optional.of(
          "In the record these wait: %s; now these: %s.".formatted(list(waited), list(waits)));
    }
    return Objects.equals(recorded.chosen(), now.chosen())
        ? Optional.empty()
        : Optional.of(
            "In the record %s is chosen, now %s."
                .formatted(proposal(recorded.chosen()), proposal(now.chosen())));
  }

  private static Optional<String> of(ServerView then, ServerView now) {
    if (then.alive() != now.alive()) {
      return Optional.of(
          then.server()
              + (then.alive()
                  ? " is up in the record, and down now."
                  : " is down in the record, and up now."));
    }
    if (!then.promised().equals(now.promised())) {
      return Optional.of(
          "%s had promised %s in the record, and has promised %s now."
              .formatted(then.server(), number(then.promised()), number(now.promised())));
    }
    if (!then.accepted().equals(now.accepted())) {
      return Optional.of(
          "%s had accepted %s in the record, and has accepted %s now."
              .formatted(then.server(), proposal(then.accepted()), proposal(now.accepted())));
    }
    return then.fileContents().equals(now.fileContents())
        ? Optional.empty()
        : Optional.of(
            "The file of %s held '%s' in the record, and holds '%s' now."
                .formatted(then.server(), then.fileContents(), now.fileContents()));
  }

  private static List<String> waiting(ClusterState state) {
    // Whether a timer outlives its server's silence, only that server could say.
    return state.held().stream()
        .filter(item -> item.content().leg() != Leg.TIMER || !item.orphaned())
        .map(item -> item.name().toString())
        .sorted()
        .toList();
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
  }

  private static String number(Optional<ProposalNumber> number) {
    return number.map(ProposalNumber::toString).orElse("nothing");
  }

  private static String proposal(Optional<Proposal> proposal) {
    return proposal.map(Proposal::toString).orElse("nothing");
  }
}
