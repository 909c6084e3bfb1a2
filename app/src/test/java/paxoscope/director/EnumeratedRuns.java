package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import paxoscope.protocol.ServerId;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Trace;

/**
 * All ways in which a small run can go on, a few steps deep: every message arrives, is lost or
 * doubled, every timer fires, servers crash and come back, propose, and forget everything.
 */
final class EnumeratedRuns {

  /** What somebody decides. */
  interface Move extends Consumer<DecidedRun> {}

  private final int servers;
  private final List<Move> beginning;

  EnumeratedRuns(int servers, List<Move> beginning) {
    this.servers = servers;
    this.beginning = beginning;
  }

  /** Plays each of them, and gives it away at its end. */
  void forEach(int depth, Consumer<Trace> take) {
    goOn(new ArrayList<>(beginning), depth, take);
  }

  // Nodes cannot go back: each run is played from its start.
  private void goOn(List<Move> moves, int depth, Consumer<Trace> take) {
    DecidedRun run = new DecidedRun(servers);
    moves.forEach(move -> move.accept(run));
    if (depth == 0) {
      take.accept(run.trace);
      return;
    }
    for (Move move : moves(run)) {
      moves.addLast(move);
      goOn(moves, depth - 1, take);
      moves.removeLast();
    }
  }

  private List<Move> moves(DecidedRun run) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < run.now().held().size(); i++) {
      int place = i;
      moves.add(later -> later.deliver(held(later, place)));
      moves.add(later -> later.drop(held(later, place)));
      moves.add(later -> later.duplicate(held(later, place)));
    }
    for (ServerId server : run.trace.header().membership().servers()) {
      moves.add(later -> later.crashOrRecover(server));
      moves.add(later -> later.blink(server));
    }
    moves.add(later -> later.propose(new ServerId(servers), 2));
    moves.add(DecidedRun::restart);
    return moves;
  }

  private static HeldItem held(DecidedRun run, int place) {
    return run.now().held().get(place);
  }
}
