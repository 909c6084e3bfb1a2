package paxoscope.director;

import java.util.Optional;
import paxoscope.journal.NodeState;

/**
 * How a node was found when it was asked for its state.
 *
 * @param kind how
 * @param state what it told; empty unless it answered
 */
public record Presence(Kind kind, Optional<NodeState> state) {

  /** Nothing listens at its address. */
  public static final Presence DOWN = new Presence(Kind.DOWN, Optional.empty());

  /** Its process is stopped here, so it was not asked. */
  public static final Presence PAUSED = new Presence(Kind.PAUSED, Optional.empty());

  /** No answer came: it may be stopped, cut off or very slow. */
  public static final Presence SILENT = new Presence(Kind.SILENT, Optional.empty());

  /** How a node can be found. */
  public enum Kind {
    /** It answers. */
    ANSWERS,
    /** Nothing listens at its address. */
    DOWN,
    /** Its process is stopped here. */
    PAUSED,
    /** No answer came, and nobody here can know why. */
    SILENT
  }

  /**
   * A node that answered.
   *
   * @param state what it told
   * @return how it was found
   */
  public static Presence of(NodeState state) {
    return new Presence(Kind.ANSWERS, Optional.of(state));
  }
}
