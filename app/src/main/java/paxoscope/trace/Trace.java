package paxoscope.trace;

import java.util.List;
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
   * The messages and timers that were under way, or waited, at some moment of a stretch.
   *
   * @param first its first step
   * @param last its last step
   * @return the passages in the order of their serials
   */
  List<Passage> passagesBetween(int first, int last);

  /**
   * The messages and timers that a server has sent or was sent.
   *
   * @param server the server
   * @param cursor until which moment
   * @return the serials of the passages, oldest first
   */
  List<Integer> passagesOf(ServerId server, int cursor);

  /**
   * The steps in which a server changed, refused something, went down or came back.
   *
   * @param server the server
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> changesOf(ServerId server, int cursor);

  /**
   * The steps in which something was decided: a value was chosen, a proposer found out, a client
   * was answered.
   *
   * @return the steps, oldest first
   */
  List<Integer> landmarks();

  /**
   * The steps that tell of a proposal.
   *
   * @param number its number
   * @param cursor until which moment
   * @return the steps, oldest first
   */
  List<Integer> stepsAbout(ProposalNumber number, int cursor);
}
