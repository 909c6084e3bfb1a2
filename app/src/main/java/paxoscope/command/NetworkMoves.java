package paxoscope.command;

import java.util.List;
import java.util.function.Predicate;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.FreeMoves;
import paxoscope.narration.Words;
import paxoscope.protocol.Leg;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;

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
          List.of(FreeMoves.propose(propose.server(), propose.value(), propose.round()));
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
      case Command.Free _, Command.ShowHeld _, Command.End _ -> List.of();
    };
  }

  private static List<Decision> deliver(Command.Wanted wanted, ClusterState state)
      throws CommandException {
    return switch (wanted) {
      case Command.Wanted.One one -> List.of(FreeMoves.deliver(item(one.id(), state)));
      case Command.Wanted.To to ->
          some(state, FreeMoves.to(to.server()), "No message waits for " + to.server() + ".");
      case Command.Wanted.Of of ->
          some(state, FreeMoves.of(of.number()), "No message of " + of.number() + " waits.");
      case Command.Wanted.All _ -> some(state, _ -> true, "No message waits.");
    };
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
