package paxoscope.picture;

/** What a mark stands for: a click on it goes there. */
public sealed interface Target {

  /**
   * A step of the run.
   *
   * @param step its number, 0 for the start
   */
  record Moment(int step) implements Target {}

  /**
   * A message of the run.
   *
   * @param serial the serial of its passage
   */
  record OfMessage(int serial) implements Target {}

  /**
   * A server.
   *
   * @param number 1 for S1
   */
  record OfServer(int number) implements Target {}

  /** Nothing: a click goes through. */
  record Nothing() implements Target {}

  /** Nothing, once for all. */
  Target NOTHING = new Nothing();
}
