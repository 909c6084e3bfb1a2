package paxoscope.rpc;

/** What came over the wire has not the form that is expected there. */
final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message one clear line, without any name from inside the program
   */
  NotUnderstood(String message) {
    super(message, null, false, false);
  }
}
