package paxoscope.command;

/** Whether whoever has given a command wants it to end early. */
@FunctionalInterface
public interface Interruption {

  /** Nobody can interrupt. */
  Interruption NEVER = () -> false;

  /**
   * Asked again and again while a command goes on.
   *
   * @return true once for each time that somebody has asked for its end
   */
  boolean isWanted();

  /**
   * Whether there is a person who could interrupt at all.
   *
   * @return false for commands that come from a command line or a file
   */
  default boolean isPossible() {
    return false;
  }
}
