package paxoscope.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.director.LiveRun;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Carries commands out, one at a time, and tells what happens. */
public final class CommandRunner {

  private final Director director;
  private final ScenarioSource source;
  private final ServerNames servers;
  private final CommandParser parser;

  /** How a command went. */
  public enum Result {
    /** It did what it should; for a scenario, it ran as written. */
    DONE,
    /** It was wrong, or could not be carried out, or its value was not committed. */
    FAILED,
    /** The program shall end. */
    EXIT
  }

  /**
   * Works on one cluster.
   *
   * @param director who drives it
   * @param source the scenarios
   */
  public CommandRunner(Director director, ScenarioSource source) {
    this.director = director;
    this.source = source;
    this.servers = new ServerNames(director.cluster().addresses());
    this.parser = new CommandParser(servers, source);
  }

  /**
   * Reads a command and carries it out.
   *
   * @param line what was typed
   * @param output where to tell what happens
   * @param stop asked before each step of a scenario; once true, the scenario is ended early
   * @return how it went
   */
  public Result run(String line, CommandOutput output, BooleanSupplier stop) {
    try {
      Optional<Command> command = parser.parse(line);
      return command.isEmpty() ? Result.DONE : carryOut(command.get(), output, stop);
    } catch (CommandException
        | IllegalArgumentException
        | ClusterException
        | RunFileException wrong) {
      output.line(Tone.ERROR, wrong.getMessage());
      return Result.FAILED;
    }
  }

  private Result carryOut(Command command, CommandOutput output, BooleanSupplier stop) {
    return switch (command) {
      case Command.Play play -> play(play, output, stop);
      case Command.Restart _ -> restart(output);
      case Command.Crash crash -> crash(crash.server(), output);
      case Command.Recover recover -> recover(recover.server(), output);
      case Command.Status _ -> status(output);
      case Command.Save save -> save(save.file(), output);
      case Command.Check check -> check(check.file(), output);
      case Command.Help help -> help(help.scenario(), output);
      case Command.Exit _ -> Result.EXIT;
    };
  }

  private Result play(Command.Play play, CommandOutput output, BooleanSupplier stop) {
    LiveRun run = director.start(play.scenario(), play.arguments());
    RunPrinter printer = new RunPrinter(run, output);
    int before = run.trace().size();
    boolean stopped = false;
    try {
      while (!stopped && run.next().isPresent()) {
        run.step();
        printer.tellNews();
        stopped = stop.getAsBoolean();
      }
    } finally {
      run.end();
    }
    printer.tellNews();
    if (stopped) {
      output.line(Tone.ERROR, "Stopped before its end; what was held has been let go.");
      return Result.FAILED;
    }
    List<TraceStep> steps = run.trace().steps();
    boolean asWritten =
        SlideCheck.tell(
            play.scenario(),
            play.arguments(),
            servers.addresses(),
            steps.subList(before, steps.size()),
            output);
    // A client that sets a value wants it set; in the other scenarios a failure may be the lesson.
    boolean unset =
        CommandForms.isSetValue(play.scenario())
            && run.replies().stream().noneMatch(answer -> answer.reply().ok());
    return asWritten && !unset ? Result.DONE : Result.FAILED;
  }

  private Result restart(CommandOutput output) {
    director.restart();
    output.line(Tone.PLAIN, "Every server has forgotten everything.");
    return Result.DONE;
  }

  private Result crash(ServerId server, CommandOutput output) {
    if (director.cluster().status(server).isEmpty()) {
      output.line(Tone.ERROR, server + " is down already.");
      return Result.FAILED;
    }
    director.crash(server);
    output.line(
        Tone.LOSS,
        server + " has crashed; bring it back with: recover " + servers.shortName(server));
    return Result.DONE;
  }

  private Result recover(ServerId server, CommandOutput output) {
    if (director.cluster().status(server).isPresent()) {
      output.line(Tone.ERROR, server + " is running already: there is nothing to recover.");
      return Result.FAILED;
    }
    director
        .cluster()
        .commandToRecover(server)
        .ifPresent(
            command -> {
              output.line(
                  Tone.QUIET,
                  "Somebody else has started "
                      + server
                      + " ("
                      + servers.addressOf(server)
                      + "). Type there, with its own data folder:");
              output.line(Tone.PLAIN, "  " + command);
              output.line(Tone.QUIET, "Waiting until it answers ...");
            });
    director.recover(server);
    output.line(Tone.PLAIN, server + " is back, with what was on its disk.");
    return Result.DONE;
  }

  private Result status(CommandOutput output) {
    StatusTable.print(director.cluster(), output);
    return Result.DONE;
  }

  private Result save(Path file, CommandOutput output) {
    Trace trace = director.trace();
    if (trace.size() == 0) {
      output.line(Tone.ERROR, "There is no run to save yet: play a scenario first.");
      return Result.FAILED;
    }
    Path written = RunFile.write(file, trace, KeptCalls.of(director.cluster(), trace));
    output.line(Tone.PLAIN, "The run is in " + written + ".");
    return Result.DONE;
  }

  private static Result check(Path file, CommandOutput output) {
    return RunCheck.tell(file, RunFile.read(file), output) ? Result.DONE : Result.FAILED;
  }

  private Result help(Optional<Scenario> scenario, CommandOutput output) {
    scenario.ifPresentOrElse(
        about -> HelpText.print(about, output), () -> HelpText.print(source.scenarios(), output));
    return Result.DONE;
  }
}
