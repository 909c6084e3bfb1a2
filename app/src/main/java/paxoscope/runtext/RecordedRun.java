package paxoscope.runtext;

import java.util.List;
import java.util.Optional;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Trace;

/**
 * A run that is over: read from its text, or left for another future.
 *
 * @param trace its steps
 * @param calls the exact texts of calls that were kept with it; may be empty
 * @param notice one line if the text ended in the middle of a line, which was left out
 */
public record RecordedRun(Trace trace, List<CallText> calls, Optional<String> notice) {

  /** Keeps an own copy. */
  public RecordedRun {
    calls = List.copyOf(calls);
  }

  /**
   * Finds the call that carried a message.
   *
   * @param owner the server in whose gate the message was
   * @param gateId the owner's id for it
   * @return the call; empty if it was not kept
   */
  public Optional<CallText> call(ServerId owner, String gateId) {
    return calls.stream()
        .filter(call -> call.owner().equals(owner) && call.gateIds().contains(gateId))
        .findFirst();
  }
}
