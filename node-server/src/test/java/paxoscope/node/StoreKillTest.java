package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

class StoreKillTest {

  private static final int KILLS = 8;

  @TempDir Path folder;

  @Test
  void aProcessKilledWhileItSavesHasLostNothingThatItHadSaved() throws Exception {
    Random random = new Random(42);
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int told = killAfter(1 + random.nextInt(40));
      assertTrue(told > before, told + " after " + before);
      before = assertKept(told);
    }
  }

  private int killAfter(int saves) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      String last = null;
      for (int i = 0; i < saves; i++) {
        last = lines.readLine();
        assertTrue(last != null, "the process has ended by itself");
      }
      // Not through the process itself: that would close its output before all of it is read.
      process.toHandle().destroyForcibly();
      // What it said before it died counts as well; a line that broke off does not.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.length() >= last.length() ? line : last;
      }
      process.waitFor();
      return Integer.parseInt(last);
    }
  }

  private int assertKept(int told) throws StoreRefusal, IOException {
    try (FileAcceptorStore store =
        FileAcceptorStore.open(folder, "committed.txt", new ServerId(1), new Membership(5))) {
      int round = store.state().durable().highestRoundUsed();
      assertTrue(round == told || round == told + 1, round + " instead of " + told);
      assertEquals(StoredStates.ofRound(round, 60_000), store.state());
      assertEquals(
          store.state().durable().learner().committed().orElseThrow().value().text(),
          Files.readString(folder.resolve("committed.txt")));
      return round;
    }
  }
}
