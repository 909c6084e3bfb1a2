package paxoscope.runtext;

import java.util.List;
import java.util.Optional;
import paxoscope.protocol.ServerId;

/**
 * The exact texts of a call between two servers, which carries a message there and its reply back.
 *
 * @param owner the server that made the call, and in whose gate these messages were
 * @param gateIds the owner's ids for the messages that the call carried
 * @param request the XML of the request
 * @param response the XML of the response, if one came
 */
public record CallText(
    ServerId owner, List<String> gateIds, String request, Optional<String> response) {

  /** Keeps an own copy. */
  public CallText {
    gateIds = List.copyOf(gateIds);
  }
}
