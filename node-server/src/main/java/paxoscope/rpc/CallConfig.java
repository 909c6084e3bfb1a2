package paxoscope.rpc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;

/** What the library hands from a call to its transport: the call's deadline, and its texts back. */
final class CallConfig extends XmlRpcClientConfigImpl {

  private static final long serialVersionUID = 1L;

  private final long deadlineMillis;
  private transient byte[] sent = new byte[0];
  private transient byte[] received;

  /**
   * Sets the deadline.
   *
   * @param deadlineMillis how long to wait for the whole answer, in milliseconds; 0 for ever
   */
  CallConfig(long deadlineMillis) {
    this.deadlineMillis = deadlineMillis;
  }

  long deadlineMillis() {
    return deadlineMillis;
  }

  void setSent(byte[] body) {
    sent = body;
  }

  void setReceived(byte[] body) {
    received = body;
  }

  /** Whether the request is written, so that what is wrong from now on is wrong in the answer. */
  boolean isSent() {
    return sent.length > 0;
  }

  NodeApi.Exchange exchange() {
    return new NodeApi.Exchange(
        new String(sent, StandardCharsets.UTF_8),
        Optional.ofNullable(received).map(body -> new String(body, StandardCharsets.UTF_8)));
  }
}
