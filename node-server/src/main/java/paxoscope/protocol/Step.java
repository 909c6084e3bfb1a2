package paxoscope.protocol;

import java.util.List;

/**
 * What one input has done.
 *
 * @param next the state afterwards; what of it must survive a crash is {@link
 *     Participant#durable()}
 * @param verdict how the input was taken
 * @param outputs what is to be done now, in this order, once the state is durable
 */
public record Step(Participant next, Verdict verdict, List<Output> outputs) {

  /** Keeps an own copy. */
  public Step {
    outputs = List.copyOf(outputs);
  }

  /** How an input was taken. */
  public enum Verdict {
    /** It was handled as the protocol says. */
    HANDLED,
    /** An acceptor refused it, because of a promise. */
    REFUSED,
    /** It came too late to matter: a reply or a timer of a round that is over. */
    IGNORED
  }
}
