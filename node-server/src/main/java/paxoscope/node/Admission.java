package paxoscope.node;

import java.util.Optional;
import java.util.function.Consumer;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/**
 * Looks at who calls before anything is done: takes the caller's clock, shows a caller who is
 * outside any run, and keeps out what belongs to another run.
 */
final class Admission {

  private static final int HIGHEST_UNSEEN_CLOCK = 1_000_000_000;
  private static final int FARTHEST_AHEAD = 1_000_000;

  private final Journal journal;
  private final Consumer<Journal.Entry> record;

  /**
   * Watches one node.
   *
   * @param journal for the logical clock
   * @param record writes an event
   */
  Admission(Journal journal, Consumer<Journal.Entry> record) {
    this.journal = journal;
    this.record = record;
  }

  /**
   * Takes a call's clock, and writes down a caller who is outside any run.
   *
   * @param meta who calls
   * @param external what is written down of a caller without meta
   * @throws NodeFault if the clock is one that no run comes to
   */
  void meet(Optional<NodeApi.Meta> meta, Journal.Entry external) {
    meta.map(NodeApi.Meta::clock)
        .ifPresentOrElse(
            clock -> {
              requirePlausible(clock);
              journal.observe(clock);
            },
            () -> record.accept(external));
  }

  // A clock never goes back: taken once, the time of day or the highest int would leave no room for
  // what follows. A node that has just come back may be far behind the others, though.
  private void requirePlausible(int clock) {
    int own = journal.clock();
    if (clock > HIGHEST_UNSEEN_CLOCK && clock - own > FARTHEST_AHEAD) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "The clock of meta is %d, but this node's is %d: it is a logical clock, which counts events and not time. Say the highest clock that you were told, or leave it out."
              .formatted(clock, own));
    }
  }

  /**
   * Keeps out what belongs to another run. A caller without meta is always let in, and so is a
   * driver or a person who names no run. A node is not: what it sends is of the run it is in, also
   * when that has no name.
   *
   * @param meta who calls
   * @param run the run that this node is in; empty text for none
   * @param ignored what is written down if it is kept out; its note is written here
   * @throws NodeFault if it is of another run
   */
  void requireRun(Optional<NodeApi.Meta> meta, String run, Journal.Entry ignored) {
    meta.filter(known -> !known.run().isEmpty() || known.sender().isPresent())
        .map(NodeApi.Meta::run)
        .filter(theirs -> !theirs.equals(run))
        .ifPresent(theirs -> refuse(theirs, run, ignored));
  }

  /**
   * Keeps out a message that says that it was sent in another run, whoever brings it.
   *
   * @param origin what it tells of its past
   * @param run the run that this node is in; empty text for none
   * @param ignored what is written down if it is kept out; its note is written here
   * @throws NodeFault if it is of another run
   */
  void requireRun(NodeApi.Origin origin, String run, Journal.Entry ignored) {
    origin
        .run()
        .filter(theirs -> !theirs.equals(run))
        .ifPresent(theirs -> refuse(theirs, run, ignored));
  }

  private void refuse(String theirs, String run, Journal.Entry ignored) {
    String reason = "It is of %s, and this node is in %s.".formatted(name(theirs), name(run));
    record.accept(ignored.withNote(reason));
    throw new NodeFault(NodeFault.Code.OTHER_RUN, "Ignored: " + reason);
  }

  private static String name(String run) {
    return run.isEmpty() ? "no named run" : "run '" + run + "'";
  }
}
