package paxoscope.runtext;

import java.util.Optional;
import paxoscope.protocol.ServerId;

/**
 * The exact texts of the call that carried a message.
 *
 * @param owner the server in whose gate the message was
 * @param gateId the owner's id for it
 * @param request the XML of the request
 * @param response the XML of the response, if one came
 */
public record CallText(ServerId owner, String gateId, String request, Optional<String> response) {}
