package paxoscope.director;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;
import paxoscope.trace.Link;

/** Finds held items and makes plans of them. */
final class Plans {

  private Plans() {}

  static Optional<HeldItem> first(ClusterState state, Predicate<HeldItem> wanted) {
    return inGates(state).filter(wanted).findFirst();
  }

  /** The one with the highest number: a proposer's messages of an older round are passed over. */
  static Optional<HeldItem> newest(ClusterState state, Predicate<HeldItem> wanted) {
    return inGates(state)
        .filter(wanted)
        .reduce((one, other) -> number(other).isHigherThan(number(one)) ? other : one);
  }

  /** What waits in a gate and can leave it: nothing moves at a server that is paused. */
  private static Stream<HeldItem> inGates(ClusterState state) {
    return state.held().stream()
        .filter(item -> !item.orphaned())
        .filter(item -> moves(state, item));
  }

  /** Whether both the gate that an item waits in and its receiver can act. */
  static boolean moves(ClusterState state, HeldItem item) {
    // Of a timer there is no copy to be had.
    boolean gateActs =
        item.orphaned() ? item.content().leg() != Leg.TIMER : !state.server(item.owner()).paused();
    return gateActs && !state.server(item.content().to()).paused();
  }

  /**
   * What becomes of a plan in this network: whatever would arrive over a link that is cut is lost.
   *
   * @param planned what was decided
   * @param state the moment
   * @return the same, or its loss
   */
  static LiveRun.Planned overLinks(LiveRun.Planned planned, ClusterState state) {
    Optional<ItemName> travels =
        switch (planned.decision()) {
          case Decision.Deliver deliver -> Optional.of(deliver.item());
          case Decision.Resend resend -> Optional.of(resend.item());
          default -> Optional.empty();
        };
    return travels
        .filter(name -> isCut(state, name))
        .map(
            name ->
                new LiveRun.Planned(
                    new Decision.Drop(name), planned.subject(), "", planned.caption()))
        .orElse(planned);
  }

  private static boolean isCut(ClusterState state, ItemName name) {
    return !name.from().equals(name.to())
        && state.cuts().contains(new Link(name.from(), name.to()));
  }

  private static ProposalNumber number(HeldItem item) {
    return item.content().number();
  }

  /** The item of a name, be it in a gate or only kept. */
  static Optional<HeldItem> named(ClusterState state, ItemName name) {
    return state.held().stream()
        .filter(item -> item.name().equals(name))
        .filter(item -> moves(state, item))
        .findFirst();
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
