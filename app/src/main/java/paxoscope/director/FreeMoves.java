package paxoscope.director;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;

/** What somebody who is the network can decide at a moment of a run. */
public final class FreeMoves {

  private static final int ATTEMPTS = 10;

  private FreeMoves() {}

  /**
   * A client asks a server to propose a value to all. Its waits are released like messages, so
   * their length says nothing and is not drawn at random.
   *
   * @param server the proposer
   * @param value the client's value
   * @param round its first round; empty for one above the highest it has seen
   * @return the decision
   */
  public static Decision propose(ServerId server, Value value, Optional<Integer> round) {
    return new Decision.Propose(
        server, value, new ProposeOptions(ATTEMPTS, ProposeOptions.Backoff.NONE, Set.of(), round));
  }

  /**
   * A message arrives, or a wait is over.
   *
   * @param item what waits, or a kept copy of what died with its gate
   * @return the decision
   */
  public static Decision deliver(HeldItem item) {
    return Plans.release(item, "", "").decision();
  }

  /**
   * A message is lost.
   *
   * @param item what waits
   * @return the decision
   */
  public static Decision drop(HeldItem item) {
    return new Decision.Drop(item.name());
  }

  /**
   * A message is doubled.
   *
   * @param item what waits
   * @return the decision
   */
  public static Decision duplicate(HeldItem item) {
    return new Decision.Duplicate(item.name());
  }

  /**
   * Whether an item can be lost: a wait cannot, it belongs to its server and no network carries it.
   *
   * @param item what waits
   * @return true for messages
   */
  public static boolean canDrop(HeldItem item) {
    return item.content().leg() != Leg.TIMER;
  }

  /**
   * Whether an item can be doubled. A kept copy need not be: it can arrive as often as one likes.
   *
   * @param item what waits
   * @return true for messages that wait in a gate
   */
  public static boolean canDuplicate(HeldItem item) {
    return canDrop(item) && !item.orphaned();
  }

  /**
   * Every link that is cut is healed.
   *
   * @param state the moment
   * @return the decisions; none if no link is cut
   */
  public static List<Decision> healAll(ClusterState state) {
    return state.cuts().stream().<Decision>map(Decision.Heal::new).toList();
  }

  /**
   * Whether something can be done to a server or a link as it is.
   *
   * @param decision a crash, recovery, pause, resumption, cut or healing
   * @param state the moment
   * @return false where it is so already, or cannot be; true for every other decision
   */
  public static boolean isPossible(Decision decision, ClusterState state) {
    return switch (decision) {
      case Decision.Crash crash -> state.server(crash.server()).alive();
      case Decision.Recover recover -> !state.server(recover.server()).alive();
      case Decision.Pause pause -> runs(pause.server(), state);
      case Decision.Resume resume -> state.server(resume.server()).paused();
      case Decision.Cut cut -> !state.cuts().contains(cut.link());
      case Decision.Heal heal -> state.cuts().contains(heal.link());
      case Decision.Propose propose -> !state.server(propose.server()).paused();
      case Decision.Restart _,
          Decision.Deliver _,
          Decision.Fire _,
          Decision.Drop _,
          Decision.Duplicate _,
          Decision.Resend _,
          Decision.Observed _ ->
          true;
    };
  }

  private static boolean runs(ServerId server, ClusterState state) {
    return state.server(server).alive() && !state.server(server).paused();
  }

  /**
   * Every message that waits in a gate now arrives, first to come first. Waits and kept copies are
   * left alone: whoever wants one of them names it.
   *
   * @param state the moment
   * @param wanted which messages
   * @return the decisions
   */
  public static List<Decision> deliverAll(ClusterState state, Predicate<HeldItem> wanted) {
    return state.held().stream()
        .filter(FreeMoves::canDuplicate)
        .filter(item -> Plans.moves(state, item))
        .filter(wanted)
        .map(FreeMoves::deliver)
        .toList();
  }

  /**
   * Chooses the messages to a server.
   *
   * @param server the receiver
   * @return tells them apart
   */
  public static Predicate<HeldItem> to(ServerId server) {
    return item -> item.content().to().equals(server);
  }

  /**
   * Chooses the messages of a proposal: its requests and the replies to them.
   *
   * @param number the proposal
   * @return tells them apart
   */
  public static Predicate<HeldItem> of(ProposalNumber number) {
    return item -> item.content().number().equals(number);
  }
}
