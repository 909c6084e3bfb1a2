package paxoscope.ui.model;

import paxoscope.protocol.ServerId;
import paxoscope.trace.ItemName;
import paxoscope.trace.Trace;

/** What the user looks at. It is the same in every view: a click on anything selects it. */
public sealed interface Selection {

  /**
   * A server.
   *
   * @param server the server
   */
  record Server(ServerId server) implements Selection {}

  /**
   * A message.
   *
   * @param name its name in the run
   */
  record Message(ItemName name) implements Selection {}

  /**
   * Whether a server is selected.
   *
   * @param server the server
   * @return true if it is this one
   */
  default boolean isServer(ServerId server) {
    return equals(new Server(server));
  }

  /**
   * Whether a message is selected.
   *
   * @param name its name
   * @return true if it is this one
   */
  default boolean isMessage(ItemName name) {
    return equals(new Message(name));
  }

  /**
   * What to select when another run is shown.
   *
   * @param trace that run
   * @return the same if it is there too; else the message's sender, or the first server
   */
  default Selection within(Trace trace) {
    return switch (this) {
      case Server one ->
          trace.header().membership().contains(one.server()) ? one : new Server(new ServerId(1));
      case Message one ->
          trace.passageNamed(one.name()).isPresent()
              ? one
              : new Server(one.name().from()).within(trace);
    };
  }
}
