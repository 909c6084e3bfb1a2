package paxoscope.scenario;

/**
 * A parameter of a scenario.
 *
 * @param name its name, such as {@code A}, {@code X}, {@code cure}
 * @param kind what it may hold
 * @param defaultText its default, as text
 * @param label a word or two for its field in the window
 */
public record Parameter(String name, Kind kind, String defaultText, String label) {

  /** What a parameter may hold. */
  public enum Kind {
    /** A server of the cluster. */
    SERVER,
    /** A value to propose. */
    VALUE,
    /** A whole number from 1. */
    NUMBER,
    /** yes or no. */
    SWITCH
  }
}
