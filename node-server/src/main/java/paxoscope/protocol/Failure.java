package paxoscope.protocol;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a proposer gave up.
 *
 * @param number the proposal of its last round
 * @param phase {@link Outbound.Kind#PREPARE} or {@link Outbound.Kind#ACCEPT}: which requests failed
 * @param refusals the refusals of that phase, in the order in which they arrived
 * @param unanswered the servers that did not answer in that phase
 * @param attempts how many rounds were tried
 * @param roundsUsedUp whether more would have been tried, had there been a higher round
 */
public record Failure(
    ProposalNumber number,
    Outbound.Kind phase,
    List<Message.Nack> refusals,
    Set<ServerId> unanswered,
    int attempts,
    boolean roundsUsedUp) {

  /** Keeps own copies. */
  public Failure {
    refusals = List.copyOf(refusals);
    unanswered = ServerSets.copyOf(unanswered);
  }

  /**
   * All attempts are used up.
   *
   * @param number the proposal of its last round
   * @param phase which requests failed
   * @param refusals the refusals of that phase
   * @param unanswered the servers that did not answer in that phase
   * @param attempts how many rounds were tried
   */
  public Failure(
      ProposalNumber number,
      Outbound.Kind phase,
      List<Message.Nack> refusals,
      Set<ServerId> unanswered,
      int attempts) {
    this(number, phase, refusals, unanswered, attempts, false);
  }

  /**
   * Says it in one sentence for the client: the number, who refused it and why, who did not answer.
   *
   * @return for example {@code Proposal 3.1 was refused by S3, which has promised 4.5.}
   */
  public String describe() {
    StringBuilder text = new StringBuilder("Proposal ").append(number);
    if (!refusals.isEmpty()) {
      text.append(" was refused by ").append(refusalText());
    }
    if (!unanswered.isEmpty()) {
      text.append(refusals.isEmpty() ? " got no answer to its " : "; no answer to its ")
          .append(phase)
          .append(" from ")
          .append(unanswered.stream().map(ServerId::toString).collect(Collectors.joining(", ")));
    }
    return text.append('.').append(whyNoFurtherRound()).toString();
  }

  private String whyNoFurtherRound() {
    if (roundsUsedUp) {
      return " There is no round above " + Integer.MAX_VALUE + " to try.";
    }
    return attempts == 1 ? "" : " It was attempt " + attempts + ", the last one.";
  }

  private String refusalText() {
    return refusals.stream()
        .map(nack -> nack.from() + ", which has promised " + nack.promised())
        .collect(Collectors.joining("; "));
  }
}
