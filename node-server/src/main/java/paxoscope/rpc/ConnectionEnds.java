package paxoscope.rpc;

/** A call gets no answer: its connection is closed instead. */
final class ConnectionEnds extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConnectionEnds() {
    super("The connection closes unanswered.", null, false, false);
  }
}
