package paxoscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.control.FlyingMessage;
import paxoscope.ui.model.Flight;

/** How messages look while they wait and fly. */
final class Flights {

  private Flights() {}

  /**
   * What waits at the servers: all that is held, but for what flies just now. Time-outs are left
   * out: each round has two, and they would hide the messages.
   */
  static List<HeldItem> waiting(List<HeldItem> held, Flight flight) {
    List<Outbound> flying = flight == null ? List.of() : flight.messages();
    List<HeldItem> waiting = new ArrayList<>(held);
    waiting.removeIf(item -> item.content().kind() == Outbound.Kind.TIME_OUT);
    for (Outbound message : flying) {
      waiting.stream()
          .filter(item -> item.content().equals(message))
          .findFirst()
          .ifPresent(waiting::remove);
    }
    return waiting;
  }

  static String look(Outbound message, RunHeader header) {
    return message instanceof Message.Nack
        ? "refusal"
        : Role.of(message.number(), header).styleClass();
  }

  static FlyingMessage.Ending ending(ClusterState state, Flight flight, Outbound message) {
    if (flight.fate() == Flight.Fate.LOST) {
      return FlyingMessage.Ending.BREAKS;
    }
    boolean there = state.server(message.to()).alive();
    return there && flight.fate() == Flight.Fate.ARRIVES
        ? FlyingMessage.Ending.ARRIVES
        : FlyingMessage.Ending.NOBODY_THERE;
  }
}
