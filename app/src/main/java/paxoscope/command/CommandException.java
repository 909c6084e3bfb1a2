package paxoscope.command;

/** A command that cannot be understood. */
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and shows the right form.
   *
   * @param message one clear line
   */
  public CommandException(String message) {
    super(message);
  }
}
