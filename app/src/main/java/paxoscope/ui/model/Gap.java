package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;

/**
 * A time in which a server was down or paused, on the time line.
 *
 * @param server its number
 * @param from the step in which that began
 * @param to the step in which it was back; the end of the run if it was not
 */
public record Gap(int server, int from, int to) {

  /** No more than can be told apart. */
  private static final int MOST_SHOWN = 500;

  /**
   * The gaps of a run.
   *
   * @param trace the run
   * @return in the order of the servers; of one that comes and goes all the time, the last
   */
  public static List<Gap> of(Trace trace) {
    List<Gap> gaps = new ArrayList<>();
    for (ServerId server : trace.header().membership().servers()) {
      List<Integer> turns = trace.turnsOf(server, trace.size());
      List<Integer> last = turns.subList(Math.max(0, turns.size() - MOST_SHOWN), turns.size());
      for (int i = 0; i < last.size(); i++) {
        if (ends(trace.step(last.get(i)).decision())) {
          int until = i + 1 < last.size() ? last.get(i + 1) : trace.size();
          gaps.add(new Gap(server.number(), last.get(i), until));
        }
      }
    }
    return gaps;
  }

  private static boolean ends(Decision decision) {
    return decision instanceof Decision.Crash || decision instanceof Decision.Pause;
  }
}
