package paxoscope.node;

import java.io.IOException;

/** A store that forgets with the test, and fails when it is told to. */
final class InMemoryStore implements AcceptorStore {

  private StoredState state = StoredState.EMPTY;
  private boolean failing;
  private int saves;

  @Override
  public synchronized StoredState state() {
    return state;
  }

  @Override
  public synchronized void save(StoredState next) throws IOException {
    if (failing) {
      throw new IOException("no space left");
    }
    state = next;
    saves++;
  }

  synchronized void failFromNowOn() {
    failing = true;
  }

  synchronized int saves() {
    return saves;
  }

  @Override
  public synchronized String committedFileContents() {
    return state
        .durable()
        .learner()
        .committed()
        .map(proposal -> proposal.value().text())
        .orElse("");
  }

  @Override
  public void close() {}
}
