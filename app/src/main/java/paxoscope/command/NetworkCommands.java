package paxoscope.command;

import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.Director;
import paxoscope.director.FreeRun;
import paxoscope.director.LiveRun;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;

/** Lets somebody at a prompt be the network, one command at a time. */
final class NetworkCommands {

  private final Director director;
  private RunPrinter printer;

  /**
   * Begins nothing yet.
   *
   * @param director who drives the cluster
   */
  NetworkCommands(Director director) {
    this.director = director;
  }

  /**
   * Carries a command out and tells what happens.
   *
   * @param command the command
   * @param output where to
   * @throws CommandException with one clear line if it cannot be carried out
   */
  void carryOut(Command.OfNetwork command, CommandOutput output) throws CommandException {
    if (command instanceof Command.Free) {
      begin(output);
      return;
    }
    FreeRun run = underWay();
    ClusterState now = run.trace().at(run.trace().size());
    if (command instanceof Command.ShowHeld) {
      NetworkMoves.list(now, output);
      return;
    }
    if (command instanceof Command.Faults faults) {
      run.meet(faults.mishaps());
      output.line(Tone.PLAIN, NetworkMoves.told(faults.mishaps()));
      return;
    }
    if (command instanceof Command.Pause pause) {
      NetworkMoves.requireOwn(pause, director.cluster());
    }
    if (printer == null) {
      printer = new RunPrinter(run, output);
    }
    printer.passOverSteps();
    if (command instanceof Command.End) {
      run.end();
    } else {
      run.ask(NetworkMoves.of(command, now));
      while (run.next().isPresent()) {
        run.step();
        printer.tellNews();
      }
    }
    printer.tellNews();
  }

  private void begin(CommandOutput output) {
    int servers = director.cluster().ports().size();
    printer = new RunPrinter(director.free(new ServerId(1), new ServerId(servers)), output);
    output.line(
        Tone.PLAIN,
        "You are the network: nothing moves until you say so. Begin with: propose 123 on S1");
    output.line(
        Tone.QUIET,
        "held shows what waits; deliver, drop, duplicate, crash, recover; end ends it.");
  }

  private FreeRun underWay() throws CommandException {
    LiveRun current = director.current().orElse(null);
    if (current instanceof FreeRun run && !run.isOver()) {
      return run;
    }
    throw new CommandException("You are not the network now: write free first.");
  }
}
