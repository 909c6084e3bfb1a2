package paxoscope.rpc;

/** A call that waits for its answer, and that another thread can end. */
final class CallUnderWay {

  private Connection connection;
  private boolean isEnded;
  private boolean isSent;

  /**
   * Tells which connection it waits for.
   *
   * @param used its connection from now on; closed at once if the call was ended already
   */
  synchronized void uses(Connection used) {
    connection = used;
    if (isEnded) {
      used.close();
    }
  }

  /** Ends it: its connection is closed, so that whoever waits for that wakes up with an error. */
  synchronized void end() {
    isEnded = true;
    if (connection != null) {
      connection.close();
    }
  }

  /**
   * Whether it was ended from outside.
   *
   * @return true after {@link #end}
   */
  synchronized boolean isEnded() {
    return isEnded;
  }

  /** Tells that the server may get something of it from now on. */
  synchronized void sends() {
    isSent = true;
  }

  /**
   * Whether the server may have got something of it.
   *
   * @return true after {@link #sends}
   */
  synchronized boolean isSent() {
    return isSent;
  }

  /** Lets go of its connection: from now on {@link #end} does not touch it any more. */
  synchronized void letGo() {
    connection = null;
  }
}
