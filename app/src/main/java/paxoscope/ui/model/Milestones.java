package paxoscope.ui.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.narration.Words;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;

/**
 * How far the cluster has come: four things that are easily taken for one another.
 *
 * @param accepted how many servers have accepted which proposal, or that all have accepted the
 *     chosen value
 * @param chosen the proposal that a majority has accepted
 * @param known which servers know what is chosen
 * @param committed how many files hold the value
 */
public record Milestones(Mark accepted, Mark chosen, Mark known, Mark committed) {

  private static final int SHORT_VALUE = 12;
  private static final int SHOWN = 2;

  /**
   * One of the four.
   *
   * @param reached whether it is so
   * @param text who or what, a few words; may be empty
   */
  public record Mark(boolean reached, String text) {}

  /**
   * Judges a moment.
   *
   * @param state the cluster at that moment
   * @return the four marks
   */
  public static Milestones of(ClusterState state) {
    Set<ServerId> acceptors = state.acceptors();
    int files = state.committedFiles();
    return new Milestones(
        new Mark(!acceptors.isEmpty(), acceptedBy(state)),
        new Mark(
            state.chosen().isPresent(),
            state
                .chosen()
                .map(
                    proposal ->
                        proposal.number()
                            + " = "
                            + Words.line(proposal.value().text(), SHORT_VALUE))
                .orElse("")),
        new Mark(!state.knownBy().isEmpty(), by(state.knownBy(), state)),
        new Mark(files > 0, files + " of " + state.membership().size()));
  }

  // Who accepted what: four that accepted two different proposals are no majority of one.
  private static String acceptedBy(ClusterState state) {
    if (state.chosen().filter(chosen -> haveAllAccepted(chosen.value(), state)).isPresent()) {
      return "by all";
    }
    List<Map.Entry<Proposal, Set<ServerId>>> latestLast =
        state.acceptances().entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().number()))
            .toList();
    return latestLast.subList(Math.max(0, latestLast.size() - SHOWN), latestLast.size()).stream()
        .map(entry -> entry.getKey().number() + " by " + entry.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private static boolean haveAllAccepted(Value value, ClusterState state) {
    return state.acceptances().entrySet().stream()
            .filter(entry -> entry.getKey().value().equals(value))
            .flatMap(entry -> entry.getValue().stream())
            .distinct()
            .count()
        == state.membership().size();
  }

  private static String by(Collection<ServerId> servers, ClusterState state) {
    if (servers.isEmpty()) {
      return "";
    }
    if (servers.size() == state.membership().size()) {
      return "by all";
    }
    return "by "
        + servers.stream().sorted().map(ServerId::toString).collect(Collectors.joining(" "));
  }
}
