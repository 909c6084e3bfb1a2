package paxoscope.diagram;

import java.util.List;
import java.util.Optional;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.trace.Passage;

/**
 * One message as it is drawn.
 *
 * @param passage its way through the run
 * @param lines what may be covered by signs
 * @param signs what stands at its ends
 * @param ways where its lines run
 * @param solid where its head and signs are: no words may stand there
 * @param berth where its words may stand; empty if it has none
 * @param ink the colour of its words
 */
record Arrow(
    Passage passage,
    List<Mark> lines,
    List<Mark> signs,
    List<Way> ways,
    List<TurnedBox> solid,
    Optional<Berth> berth,
    Ink ink) {

  /** Where the words of an arrow may stand. */
  sealed interface Berth {}

  /**
   * Along a straight line, on either side of it.
   *
   * @param way the line without its head
   */
  record Along(Way way) implements Berth {}

  /**
   * Upright, above or below a place.
   *
   * @param x the place
   * @param above the base of what stands above it
   * @param below the top of what stands below it
   * @param aboveFirst whether it stands above if there is room on both sides
   */
  record Upright(double x, double above, double below, boolean aboveFirst) implements Berth {}
}
