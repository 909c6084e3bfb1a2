package paxoscope.protocol;

import java.util.Optional;

/**
 * A learner: the value it has been told is chosen. It does not find out by itself; a server that
 * has missed its Commit learns the value by proposing (PMS section 2.3).
 *
 * @param committed the first proposal it was told of; never changes once it is there
 */
public record Learner(Optional<Proposal> committed) {

  /** A learner that knows nothing. */
  public static final Learner INITIAL = new Learner(Optional.empty());

  /**
   * Learns the chosen value. Told again, under whatever number, it stays as it is.
   *
   * @param commit the message
   * @return the state afterwards
   * @throws ProtocolViolation if another value was committed before: agreement is broken
   */
  public Learner handle(Message.Commit commit) {
    if (committed.isEmpty()) {
      return new Learner(Optional.of(commit.proposal()));
    }
    Proposal before = committed.get();
    if (!before.value().equals(commit.proposal().value())) {
      throw new ProtocolViolation(
          "Agreement is broken: the value committed here is '%s' (proposal %s), not '%s' (proposal %s)."
              .formatted(
                  before.value(), before.number(), commit.proposal().value(), commit.number()));
    }
    return this;
  }
}
