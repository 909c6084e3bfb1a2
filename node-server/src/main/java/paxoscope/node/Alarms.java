package paxoscope.node;

/** Where a node's waits end: the only clock that its behaviour depends on. */
public interface Alarms extends AutoCloseable {

  /** A wait under way. */
  interface Alarm {
    /** Ends the wait: its task is not run any more. Called on the mailbox's thread. */
    void cancel();
  }

  /**
   * Runs a task on the mailbox's thread after a time.
   *
   * @param millis how long to wait, in milliseconds
   * @param task what to do then
   * @return the wait
   */
  Alarm after(int millis, Runnable task);

  @Override
  void close();
}
