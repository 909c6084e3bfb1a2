package paxoscope.node;

import java.io.IOException;
import java.nio.file.Path;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * A process that saves one state after the other, and says which it has saved, until it is killed.
 */
final class SavingProcess {

  private SavingProcess() {}

  public static void main(String[] arguments) throws StoreRefusal, IOException {
    try (FileAcceptorStore store =
        FileAcceptorStore.open(
            Path.of(arguments[0]), "committed.txt", new ServerId(1), new Membership(5))) {
      int round = store.state().durable().highestRoundUsed();
      while (true) {
        round++;
        store.save(StoredStates.ofRound(round, 60_000));
        System.out.println(round);
      }
    }
  }
}
