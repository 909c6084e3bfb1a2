package paxoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.Cluster;
import paxoscope.director.FreeMoves;
import paxoscope.director.Mishaps;
import paxoscope.narration.Words;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;

/** What the commands of somebody who is the network mean at a moment of a run. */
public final class NetworkMoves {

  private NetworkMoves() {}

  /**
   * What a command decides.
   *
   * @param command what was typed
   * @param state the moment
   * @return the decisions, in their order; none if the command decides nothing
   * @throws CommandException with one clear line if there is nothing that it could mean
   */
  public static List<Decision> of(Command.OfNetwork command, ClusterState state)
      throws CommandException {
    return switch (command) {
      case Command.Propose propose ->
          List.of(
              going(
                  propose.server(),
                  FreeMoves.propose(propose.server(), propose.value(), propose.round()),
                  state));
      case Command.Deliver deliver -> deliver(deliver.wanted(), state);
      case Command.Drop drop -> List.of(FreeMoves.drop(message(drop.id(), state)));
      case Command.Duplicate duplicate -> {
        HeldItem message = message(duplicate.id(), state);
        if (!FreeMoves.canDuplicate(message)) {
          throw new CommandException(
              "%d is the kept copy of a message whose sender has died: deliver it as often as you like."
                  .formatted(duplicate.id()));
        }
        yield List.of(FreeMoves.duplicate(message));
      }
      case Command.Pause pause -> List.of(pause(pause, state));
      case Command.Wire wire -> wire(wire, state);
      case Command.HealAll _ -> {
        if (state.cuts().isEmpty()) {
          throw new CommandException("No link is cut: cut one first, such as: cut S1 S4");
        }
        yield FreeMoves.healAll(state);
      }
      case Command.Faults _, Command.Free _, Command.ShowHeld _, Command.End _ -> List.of();
    };
  }

  /**
   * What chance does from now on.
   *
   * @param mishaps the shares
   * @return one line
   */
  public static String told(Mishaps mishaps) {
    return mishaps.equals(Mishaps.NONE)
        ? "From now on nothing happens by chance."
        : "From now on, by seed %d: %d%% of the deliveries are lost, %d%% doubled, %d%% delayed."
            .formatted(
                mishaps.seed(),
                mishaps.losePercent(),
                mishaps.doublePercent(),
                mishaps.delayPercent());
  }

  /**
   * Checks that this program can stop a node's process.
   *
   * @param pause the command
   * @param cluster the nodes
   * @throws CommandException with the command that does it there, if it cannot
   */
  public static void requireOwn(Command.Pause pause, Cluster cluster) throws CommandException {
    Optional<String> byHand = cluster.commandToPause(pause.server(), pause.pause());
    if (byHand.isPresent()) {
      throw new CommandException(
          "%s was not started by this program. Type there: %s"
              .formatted(pause.server(), byHand.get()));
    }
  }

  private static List<Decision> deliver(Command.Wanted wanted, ClusterState state)
      throws CommandException {
    return switch (wanted) {
      case Command.Wanted.One one -> List.of(deliver(item(one.id(), state), state));
      case Command.Wanted.To to ->
          some(state, FreeMoves.to(to.server()), "No message waits for " + to.server() + ".");
      case Command.Wanted.Of of ->
          some(state, FreeMoves.of(of.number()), "No message of " + of.number() + " waits.");
      case Command.Wanted.All _ -> some(state, _ -> true, "No message waits.");
    };
  }

  private static Decision deliver(HeldItem item, ClusterState state) throws CommandException {
    going(item.content().to(), FreeMoves.deliver(item), state);
    return item.orphaned()
        ? FreeMoves.deliver(item)
        : going(item.owner(), FreeMoves.deliver(item), state);
  }

  private static Decision going(ServerId server, Decision move, ClusterState state)
      throws CommandException {
    if (state.server(server).paused()) {
      throw new CommandException(
          "%s is paused and does nothing: resume %s first.".formatted(server, server));
    }
    return move;
  }

  private static Decision pause(Command.Pause pause, ClusterState state) throws CommandException {
    ServerId server = pause.server();
    Decision move = pause.pause() ? new Decision.Pause(server) : new Decision.Resume(server);
    if (FreeMoves.isPossible(move, state)) {
      return move;
    }
    throw new CommandException(
        state.server(server).paused()
            ? server + " is paused already; let it go on with: resume " + server
            : state.server(server).alive()
                ? server + " is not paused: pause " + server + " does that."
                : server + " is down; bring it back with: recover " + server);
  }

  private static List<Decision> wire(Command.Wire wire, ClusterState state)
      throws CommandException {
    List<Decision> moves = new ArrayList<>();
    for (Link link : wire.links()) {
      Decision move = wire.cut() ? new Decision.Cut(link) : new Decision.Heal(link);
      if (FreeMoves.isPossible(move, state)) {
        moves.add(move);
      }
    }
    if (moves.isEmpty()) {
      Link link = wire.links().getFirst();
      throw new CommandException(
          "The link from %s to %s is %s."
              .formatted(link.from(), link.to(), wire.cut() ? "cut already" : "not cut"));
    }
    return moves;
  }

  private static List<Decision> some(ClusterState state, Predicate<HeldItem> wanted, String nothing)
      throws CommandException {
    List<Decision> moves = FreeMoves.deliverAll(state, wanted);
    if (moves.isEmpty()) {
      throw new CommandException(nothing + " Write held to see what does.");
    }
    return moves;
  }

  private static HeldItem item(int id, ClusterState state) throws CommandException {
    return state.held().stream()
        .filter(item -> item.serial() == id)
        .findFirst()
        .orElseThrow(
            () -> new CommandException("Nothing waits with the id " + id + ": write held."));
  }

  private static HeldItem message(int id, ClusterState state) throws CommandException {
    HeldItem item = item(id, state);
    if (!FreeMoves.canDrop(item)) {
      throw new CommandException(
          "%d is a wait of %s, which no network carries: deliver %d when it shall be over."
              .formatted(id, item.owner(), id));
    }
    return item;
  }

  /**
   * Lists what waits, with the ids that commands take.
   *
   * @param state the moment
   * @param output where to
   */
  public static void list(ClusterState state, CommandOutput output) {
    if (state.held().isEmpty()) {
      output.line(Tone.QUIET, "Nothing waits: propose a value, such as: propose 123 on S1");
    }
    for (HeldItem item : state.held()) {
      output.line(item.orphaned() ? Tone.LOSS : Tone.PLAIN, line(item));
    }
  }

  private static String line(HeldItem item) {
    String way =
        item.content().leg() == Leg.TIMER
            ? item.owner() + ", " + item.content().number()
            : item.content().from() + " > " + item.content().to();
    String kept = item.orphaned() ? "  (a kept copy: " + item.owner() + " has died since)" : "";
    return "%4d  %-9s %s%s".formatted(item.serial(), way, Words.arrow(item.content()), kept);
  }
}
