package paxoscope.diagram;

import java.util.List;
import paxoscope.trace.Passage;

/**
 * How much of a space-time diagram is drawn, so that it stays readable and quick however much there
 * is: first the words go, then the heads and signs at the ends, then whole messages. Which messages
 * stay is told by their serials alone, so that the same ones stay while one looks around.
 *
 * @param level how much is drawn of one message
 * @param each one message in so many is drawn; a power of two
 */
record Detail(Level level, int each) {

  static final int MOST_WITH_WORDS = 240;
  static final int MOST_WITH_HEADS = 700;
  static final int MOST_LINES = 1200;

  enum Level {
    LINES,
    HEADS,
    WORDS
  }

  /** How many passages stand for one that has to be looked at, where there are so many. */
  static int sample(int passages) {
    int each = 1;
    // Timers are passages too: messages enough are left if at least one passage in four is one.
    while (passages / (2 * each) > 4 * MOST_LINES) {
      each *= 2;
    }
    return each;
  }

  /**
   * What suits these messages.
   *
   * @param messages what is in sight
   * @param sample of how many passages one was looked at
   */
  static Detail of(List<Passage> messages, int sample) {
    if (sample == 1 && messages.size() <= MOST_WITH_WORDS) {
      return new Detail(Level.WORDS, 1);
    }
    if (sample == 1 && messages.size() <= MOST_WITH_HEADS) {
      return new Detail(Level.HEADS, 1);
    }
    Detail detail = new Detail(Level.LINES, sample);
    while (messages.stream().filter(detail::draws).count() > MOST_LINES) {
      detail = new Detail(Level.LINES, detail.each * 2);
    }
    return detail;
  }

  boolean draws(Passage message) {
    return message.serial() % each == 0;
  }

  boolean hasHeads() {
    return level != Level.LINES;
  }

  boolean hasWords() {
    return level == Level.WORDS;
  }
}
