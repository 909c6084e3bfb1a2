package paxoscope.scenario;

import java.util.OptionalInt;

/** Servers as scenarios name them by their number: S1, S2, ... */
public final class ServerNumber {

  private ServerNumber() {}

  /**
   * The number in such a name.
   *
   * @param name any text
   * @return the number, 1 to 99; nothing if the text is not such a name
   */
  public static OptionalInt in(String name) {
    return name.matches("S[1-9][0-9]?")
        ? OptionalInt.of(Integer.parseInt(name.substring(1)))
        : OptionalInt.empty();
  }
}
