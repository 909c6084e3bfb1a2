package paxoscope.scenario;

import java.util.Optional;

/** A scenario's text is wrong. */
public final class ScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Mistake> mistake;

  /**
   * Says what, and how to mend it.
   *
   * @param message one clear line
   */
  public ScenarioException(String message) {
    super(message);
    this.mistake = Optional.empty();
  }

  /**
   * Says where, what, and how to mend it.
   *
   * @param mistake what is wrong
   */
  public ScenarioException(Mistake mistake) {
    super(mistake.toString());
    this.mistake = Optional.of(mistake);
  }

  /**
   * What is wrong in the text.
   *
   * @return the mistake; empty if there is no text to speak of
   */
  public Optional<Mistake> mistake() {
    return mistake;
  }
}
