package paxoscope.trace;

import java.util.List;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * A run: steps that are only ever appended, and what is fixed for all of them. Safe to read from
 * any thread while one thread appends.
 */
public interface Trace {

  /**
   * What is fixed for the run.
   *
   * @return the header
   */
  RunHeader header();

  /**
   * How many steps there are now.
   *
   * @return 0 or more; never shrinks
   */
  int size();

  /**
   * One step.
   *
   * @param number 1 to {@link #size()}
   * @return the step
   */
  TraceStep step(int number);

  /**
   * The steps so far.
   *
   * @return an unmodifiable list that does not grow with the run
   */
  List<TraceStep> steps();

  /**
   * The cluster after so many steps.
   *
   * @param cursor 0 to {@link #size()}
   * @return fold(trace, cursor)
   */
  ClusterState at(int cursor);

  /**
   * How many passages of messages and timers have begun until a moment.
   *
   * @param cursor 0 to {@link #size()}
   * @return their number; their serials are 1 to it
   */
  int passageCount(int cursor);

  /**
   * The way of one message or timer, as far as it is recorded.
   *
   * @param serial 1 to {@link #passageCount}
   * @return the passage
   */
  Passage passage(int serial);

  /**
   * Finds a message or timer by its name.
   *
   * @param name its name
   * @return the latest passage of that name: what a server has lost may arrive under its old name
   */
  Optional<Passage> passageNamed(ItemName name);

  /**
   * The messages and timers that were under way, or waited, at some moment of a stretch.
   *
   * @param first its first step
   * @param last its last step
   * @return the passages in the order of their serials
   */
  default List<Passage> passagesBetween(int first, int last) {
    return passagesBetween(first, last, 1);
  }

  /**
   * A part of them, for where there would be too many.
   *
   * @param first the first step of the stretch
   * @param last its last step
   * @param each of how many one is given: those whose serials it divides
   * @return the passages in the order of their serials
   */
  List<Passage> passagesBetween(int first, int last, int each);

  /**
   * The messages that a server has sent or was sent; its timers are left out.
   *
   * @param server the server
   * @param cursor until which moment
   * @return the serials of the passages, oldest first
   */
  List<Integer> messagesOf(ServerId server, int cursor);

  /**
   * The messages that have reached their receivers so far.
   *
   * @return the serials of the passages, in the order of their ends
   */
  List<Integer> arrivals();

  /**
   * The steps in which a server changed, refused something, went down or came back, was paused or
   * went on.
   *
   * @param server the server
   * @param cursor until which moment
   * @return a step for each change, oldest first: a step with two changes is there twice
   * @see ServerHistory
   */
  List<Integer> changesOf(ServerId server, int cursor);

  /**
   * The steps in which a server went down or came back, was paused or went on.
   *
   * @param server the server
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> turnsOf(ServerId server, int cursor);

  /**
   * The steps in which a link was cut or healed.
   *
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> wirings(int cursor);

  /**
   * The steps in which something was decided: a value was chosen, a proposer found out, a client
   * was answered.
   *
   * @return the steps, oldest first
   */
  List<Integer> landmarks();

  /**
   * When a value was first chosen.
   *
   * @return the step; 0 if none is chosen yet
   */
  int chosenStep();

  /**
   * How many proposals were stopped between their two phases until a moment.
   *
   * @param cursor 0 to {@link #size()}
   * @return their number
   */
  int overtakingCount(int cursor);

  /**
   * How one of them was stopped.
   *
   * @param place 1 to {@link #overtakingCount}, in the order in which it happened
   * @return the overtaking
   */
  Overtaking overtaking(int place);

  /**
   * The steps in which a server reported something of a kind.
   *
   * @param server the server
   * @param kind the kind; where all were restarted, each counts as {@link
   *     NodeEvent.Kind#RESTARTED}, also one that could not say so
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> stepsWith(ServerId server, NodeEvent.Kind kind, int cursor);

  /**
   * The steps that tell of the messages and timers of a proposal.
   *
   * @param number its number
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> stepsAbout(ProposalNumber number, int cursor);

  /**
   * The steps in which a message of another proposal tells of this one.
   *
   * @param number its number
   * @param cursor until which moment
   * @return the steps, oldest first
   * @see Mentions
   */
  List<Integer> mentionsOf(ProposalNumber number, int cursor);
}
