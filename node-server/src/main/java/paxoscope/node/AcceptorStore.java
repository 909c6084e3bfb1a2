package paxoscope.node;

import java.io.IOException;

/**
 * What a node has on its disk. Used by one thread that nobody interrupts: an interrupt would close
 * the file in the middle of a write.
 */
public interface AcceptorStore extends AutoCloseable {

  /**
   * What the store remembers now.
   *
   * @return the state last saved; {@link StoredState#EMPTY} in a new store
   */
  StoredState state();

  /**
   * Remembers a state. When this returns, no crash and no loss of power can undo it, and the
   * committed file holds the committed value.
   *
   * @param state what to remember
   * @throws IOException if it may not be on the disk; the store cannot be used any more
   */
  void save(StoredState state) throws IOException;

  /**
   * What the committed file holds at this moment.
   *
   * @return its text; empty for an empty or missing file
   * @throws IOException if it cannot be read
   */
  String committedFileContents() throws IOException;

  @Override
  void close();
}
