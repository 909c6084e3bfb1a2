package paxoscope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;

/**
 * The first place in which two runs are not the same, apart from what no two runs have alike (see
 * {@link ReplayKey}).
 *
 * @param step the number of the first step that is not the same, from 1; 0 if the runs are of
 *     clusters of different size
 * @param text one plain sentence that says what the one has and what the other
 */
public record TraceDifference(int step, String text) {

  private static final int LONGEST_VALUE = 40;

  /**
   * Compares two runs.
   *
   * @param one a run
   * @param other another
   * @return their first difference; empty if they are the same
   */
  public static Optional<TraceDifference> first(Trace one, Trace other) {
    int servers = one.header().ports().size();
    int others = other.header().ports().size();
    if (servers != others) {
      return Optional.of(
          new TraceDifference(
              0, "The one has %d servers, the other %d.".formatted(servers, others)));
    }
    List<TraceStep> steps = one.steps();
    List<TraceStep> otherSteps = other.steps();
    int common = Math.min(steps.size(), otherSteps.size());
    for (int i = 0; i < common; i++) {
      Optional<String> text = between(steps.get(i), otherSteps.get(i));
      if (text.isPresent()) {
        return Optional.of(new TraceDifference(i + 1, text.get()));
      }
    }
    if (steps.size() == otherSteps.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new TraceDifference(
            common + 1,
            "The %s ends after step %d, and the %s goes on."
                .formatted(
                    steps.size() == common ? "one" : "other",
                    common,
                    steps.size() == common ? "other" : "one")));
  }

  /**
   * Compares two steps.
   *
   * @param one a step
   * @param other another
   * @return one sentence on what is not the same; empty if they are the same
   */
  public static Optional<String> between(TraceStep one, TraceStep other) {
    ReplayKey key = ReplayKey.of(one);
    ReplayKey otherKey = ReplayKey.of(other);
    if (key.equals(otherKey)) {
      return Optional.empty();
    }
    if (!key.decision().equals(otherKey.decision())) {
      return Optional.of(differ(decision(key.decision()), decision(otherKey.decision())));
    }
    if (key.outcome() != otherKey.outcome()) {
      return Optional.of(
          differ(
              decision(key.decision()) + outcome(key.outcome()),
              decision(otherKey.decision()) + outcome(otherKey.outcome())));
    }
    return Optional.of(events(key.events(), otherKey.events()));
  }

  private static String differ(String one, String other) {
    return "In the one %s; in the other %s.".formatted(one, other);
  }

  private static String decision(Decision decision) {
    return switch (decision) {
      case Decision.Restart _ -> "every server forgets everything";
      case Decision.Propose propose ->
          "%s is asked to propose %s".formatted(propose.server(), quoted(propose.value().text()))
              + options(propose);
      case Decision.Deliver deliver -> deliver.item() + " is delivered";
      case Decision.Fire fire -> fire.item() + " fires";
      case Decision.Drop drop -> drop.item() + " is lost";
      case Decision.Duplicate duplicate -> duplicate.item() + " is doubled";
      case Decision.Resend resend -> resend.item() + " arrives late";
      case Decision.Crash crash -> crash.server() + " crashes";
      case Decision.Recover recover -> recover.server() + " comes back";
      case Decision.Pause pause -> pause.server() + " is paused";
      case Decision.Resume resume -> resume.server() + " goes on";
      case Decision.Cut cut -> "the link " + cut.link() + " is cut";
      case Decision.Heal heal -> "the link " + heal.link() + " is healed";
      case Decision.Observed _ -> "the nodes act on their own";
    };
  }

  private static String options(Decision.Propose propose) {
    ProposeOptions options = propose.options();
    String asked = options.to().stream().map(ServerId::toString).collect(Collectors.joining(", "));
    return " ("
        + options.firstRound().map(round -> "from round " + round + " on, ").orElse("")
        + (options.attempts() == 1
            ? "one attempt"
            : "at most %d attempts with %s"
                .formatted(
                    options.attempts(),
                    switch (options.backoff()) {
                      case NONE -> "no waits";
                      case RANDOM -> "random waits";
                    }))
        + (asked.isEmpty() ? "" : ", asking " + asked)
        + ")";
  }

  private static String outcome(TraceStep.Outcome outcome) {
    return switch (outcome) {
      case DONE -> "";
      case UNREACHABLE -> ", but its receiver is not there";
      case UNKNOWN -> ", but no answer comes";
    };
  }

  private static String events(List<ReplayKey.Told> one, List<ReplayKey.Told> other) {
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      if (!one.get(i).equals(other.get(i))) {
        String what = event(one.get(i));
        String otherWhat = event(other.get(i));
        return what.equals(otherWhat)
            ? differ(what + state(one.get(i)), otherWhat + state(other.get(i)))
            : differ(what, otherWhat);
      }
    }
    return one.size() > common
        ? differ(event(one.get(common)), "that does not happen")
        : differ("nothing more happens", event(other.get(common)));
  }

  private static String event(ReplayKey.Told told) {
    String what =
        switch (told.kind()) {
          case STARTED -> "starts";
          case PROPOSED -> "is asked to propose";
          case HELD -> "has in its gate";
          case HANDLED -> "handles";
          case REFUSED -> "refuses";
          case IGNORED -> "ignores";
          case DROPPED -> "loses";
          case DUPLICATED -> "doubles";
          case TIMER -> "is woken by";
          case UNKNOWN -> "gets no answer to";
          case DECIDED -> "knows to be chosen";
          case COMMITTED -> "has learned";
          case ANSWERED -> "answers its client";
          case RESTARTED -> "has forgotten everything";
          case EXTERNAL -> "is called from outside";
        };
    return told.node()
        + " "
        + what
        + told.message().map(message -> " " + message(message)).orElse("")
        + (told.kind() == NodeEvent.Kind.COMMITTED
            ? ""
            : told.value().map(value -> " " + quoted(value.text())).orElse(""));
  }

  private static String message(Outbound message) {
    String content =
        switch (message) {
          case Message.Accept accept -> " = " + quoted(accept.proposal().value().text());
          case Message.Commit commit -> " = " + quoted(commit.proposal().value().text());
          case Message.Promise promise ->
              promise.accepted().map(accepted -> " with " + proposal(accepted)).orElse("");
          case Message.Nack nack -> " because of " + nack.promised();
          case Message.Prepare _, Message.Accepted _, Timer _ -> "";
        };
    return message.kind()
        + " "
        + message.number()
        + content
        + " from "
        + message.from()
        + " to "
        + message.to();
  }

  private static String state(ReplayKey.Told told) {
    List<String> parts = new ArrayList<>();
    parts.add("promised " + told.promised().map(ProposalNumber::toString).orElse("nothing"));
    parts.add("accepted " + told.accepted().map(TraceDifference::proposal).orElse("nothing"));
    parts.add("learned " + told.committed().map(TraceDifference::proposal).orElse("nothing"));
    parts.add("file " + (told.fileContents().isEmpty() ? "empty" : quoted(told.fileContents())));
    if (!told.rulesOff().isEmpty()) {
      parts.add("rules off " + new TreeSet<>(told.rulesOff()));
    }
    return " and then has " + String.join(", ", parts);
  }

  private static String proposal(Proposal proposal) {
    return proposal.number() + " = " + quoted(proposal.value().text());
  }

  private static String quoted(String text) {
    String line = text.replace('\n', ' ').replace('\t', ' ');
    boolean whole = line.codePointCount(0, line.length()) <= LONGEST_VALUE;
    return "'"
        + (whole ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "...")
        + "'";
  }
}
