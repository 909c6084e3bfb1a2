package paxoscope.director;

import java.util.Optional;
import java.util.function.Predicate;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;

/** Finds held items and makes plans of them. */
final class Plans {

  private Plans() {}

  static Optional<HeldItem> first(ClusterState state, Predicate<HeldItem> wanted) {
    return state.held().stream().filter(item -> !item.orphaned()).filter(wanted).findFirst();
  }

  /** The one with the highest number: a proposer's messages of an older round are passed over. */
  static Optional<HeldItem> newest(ClusterState state, Predicate<HeldItem> wanted) {
    return state.held().stream()
        .filter(item -> !item.orphaned())
        .filter(wanted)
        .reduce((one, other) -> number(other).isHigherThan(number(one)) ? other : one);
  }

  private static ProposalNumber number(HeldItem item) {
    return item.content().number();
  }

  /** The item of a name, be it in a gate or only kept. */
  static Optional<HeldItem> named(ClusterState state, ItemName name) {
    return state.held().stream().filter(item -> item.name().equals(name)).findFirst();
  }

  static LiveRun.Planned release(HeldItem item, String column, String caption) {
    Decision decision =
        item.content().leg() == Leg.TIMER
            ? new Decision.Fire(item.name())
            : item.orphaned()
                ? new Decision.Resend(item.name())
                : new Decision.Deliver(item.name());
    return new LiveRun.Planned(decision, Optional.of(item.content()), column, caption);
  }

  static LiveRun.Planned drop(HeldItem item, String caption) {
    return new LiveRun.Planned(
        new Decision.Drop(item.name()), Optional.of(item.content()), "", caption);
  }

  static LiveRun.Planned duplicate(HeldItem item, String caption) {
    return new LiveRun.Planned(
        new Decision.Duplicate(item.name()), Optional.of(item.content()), "", caption);
  }

  /** Whether a reply answers a request of this kind. */
  static boolean answers(Outbound reply, Outbound.Kind request) {
    return switch (reply) {
      case Message.Promise _ -> request == Outbound.Kind.PREPARE;
      case Message.Accepted _ -> request == Outbound.Kind.ACCEPT;
      case Message.Nack nack -> request == nack.refused();
      default -> false;
    };
  }
}
