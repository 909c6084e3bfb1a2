package paxoscope.ui.model;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import paxoscope.director.Cluster;
import paxoscope.protocol.ServerId;

/**
 * Waits until somebody has started a server that this program cannot start. Only asks whether it
 * answers, so that the run can go on meanwhile.
 */
final class RecoveryWait {

  private static final int ASK_AGAIN_MILLIS = 200;

  private final Cluster cluster;
  private final ServerId server;
  private final CountDownLatch cancelled = new CountDownLatch(1);

  /**
   * A wait that has not begun.
   *
   * @param cluster the nodes
   * @param server which one shall come back
   */
  RecoveryWait(Cluster cluster, ServerId server) {
    this.cluster = cluster;
    this.server = server;
  }

  /**
   * Waits until the server answers.
   *
   * @return false if the wait was cancelled, or the window is being closed
   */
  boolean untilBack() {
    try {
      while (cluster.status(server).isEmpty()) {
        if (cancelled.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      return cancelled.getCount() > 0;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends waiting. */
  void cancel() {
    cancelled.countDown();
  }
}
