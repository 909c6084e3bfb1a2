package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedCluster;
import paxoscope.protocol.ServerId;

class RecoveryWaitTest {

  private static final ServerId S3 = new ServerId(3);
  private static final int PATIENCE_SECONDS = 60;

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final RecoveryWait wait = new RecoveryWait(cluster, S3);

  private CompletableFuture<Boolean> begin() {
    cluster.crash(S3);
    return CompletableFuture.supplyAsync(wait::untilBack)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void itEndsWhenTheServerAnswers() {
    CompletableFuture<Boolean> back = begin();
    cluster.recover(S3);
    assertTrue(back.join());
  }

  @Test
  void itEndsWhenItIsCancelled() {
    CompletableFuture<Boolean> back = begin();
    wait.cancel();
    assertFalse(back.join());
  }

  @Test
  void aServerThatComesBackAfterwardsIsNobodysBusiness() {
    wait.cancel();
    assertFalse(wait.untilBack());
  }
}
