package paxoscope.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.director.LiveRun;
import paxoscope.director.Outages;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import paxoscope.files.ScenarioFile;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.RoleNames;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Carries commands out, one at a time, and tells what happens. */
public final class CommandRunner {

  /** How long a command that nobody can interrupt waits for a server that a person has to start. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int ASK_AGAIN_MILLIS = 200;

  private final Director director;
  private final ScenarioSource source;
  private final ServerNames servers;
  private final CommandParser parser;
  private final NetworkCommands network;
  private final Duration patience;

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
    this(director, source, PATIENCE);
  }

  CommandRunner(Director director, ScenarioSource source, Duration patience) {
    this.director = director;
    this.source = source;
    this.servers = new ServerNames(director.cluster().addresses());
    this.parser = new CommandParser(servers, source);
    this.network = new NetworkCommands(director);
    this.patience = patience;
  }

  /**
   * Reads a command and carries it out.
   *
   * @param line what was typed
   * @param output where to tell what happens
   * @param interruption asked while a scenario is played or a server is waited for; an endless
   *     scenario is cured the first time, and any other ended early
   * @return how it went
   */
  public Result run(String line, CommandOutput output, Interruption interruption) {
    try {
      Optional<Command> command = parser.parse(line);
      return command.isEmpty() ? Result.DONE : carryOut(command.get(), output, interruption);
    } catch (CommandException
        | IllegalArgumentException
        | ClusterException
        | RunFileException wrong) {
      output.line(Tone.ERROR, wrong.getMessage());
      return Result.FAILED;
    }
  }

  private Result carryOut(Command command, CommandOutput output, Interruption interruption)
      throws CommandException {
    return switch (command) {
      case Command.Play play -> play(play, output, interruption);
      case Command.Restart _ -> restart(output);
      case Command.Crash crash -> crash(crash.server(), output);
      case Command.Recover recover -> recover(recover.server(), output, interruption);
      case Command.Status _ -> status(output);
      case Command.OfNetwork ofNetwork -> {
        network.carryOut(ofNetwork, output);
        yield Result.DONE;
      }
      case Command.Experiment experiment ->
          ExperimentCommand.carryOut(experiment, director, output, interruption)
              ? Result.DONE
              : Result.FAILED;
      case Command.Save save -> save(save.file(), output);
      case Command.SaveScenario save -> saveScenario(save.file(), output);
      case Command.Check check -> check(check.file(), output);
      case Command.Help help -> help(help.scenario(), output);
      case Command.HelpOn help -> {
        HelpText.print(output, help.forms());
        yield Result.DONE;
      }
      case Command.Exit _ -> Result.EXIT;
    };
  }

  private Result play(Command.Play play, CommandOutput output, Interruption interruption) {
    if (!interruption.isPossible()) {
      requireEnd(play);
    }
    if (play.own().isPresent()
        && !ScenarioCheck.tellMistakes(
            play.own().get(), play.arguments(), servers.addresses().size(), output)) {
      return Result.FAILED;
    }
    LiveRun run = director.start(play.scenario(), play.arguments());
    RunPrinter printer = new RunPrinter(run, output);
    int before = run.trace().size();
    boolean askedToCure = false;
    boolean stopped = false;
    try {
      while (!stopped && run.next().isPresent()) {
        run.step();
        printer.tellNews();
        if (interruption.isWanted()) {
          stopped = askedToCure || !cure(run, output);
          askedToCure = true;
        }
      }
    } finally {
      run.end();
    }
    printer.tellNews();
    if (stopped) {
      output.line(Tone.ERROR, "Stopped before its end; what was held has been let go.");
      return Result.FAILED;
    }
    if (!CommandForms.isSetValue(play.scenario())) {
      HelpText.tellLesson(RoleNames.told(play.scenario(), run.trace().header()), output);
    }
    List<TraceStep> whole = run.trace().steps();
    List<TraceStep> steps = whole.subList(before, whole.size());
    boolean asOnTheSlide =
        SlideCheck.tell(play.scenario(), play.arguments(), servers.addresses(), steps, output);
    boolean allStayed = tellOutages(steps, output);
    // A client that sets a value wants it set; in the other scenarios a failure may be the lesson.
    boolean unset =
        CommandForms.isSetValue(play.scenario())
            && run.replies().stream().noneMatch(answer -> answer.reply().ok());
    return asOnTheSlide && allStayed && !unset ? Result.DONE : Result.FAILED;
  }

  /** Tells which servers went down although the scenario did not ask for it; true if none did. */
  private static boolean tellOutages(List<TraceStep> steps, CommandOutput output) {
    List<ServerId> lost = steps.stream().flatMap(step -> Outages.of(step).stream()).toList();
    for (ServerId server : lost) {
      output.line(
          Tone.ERROR,
          server
              + " went down on the way, which the scenario did not ask for: the rest did not run as"
              + " written.");
    }
    return lost.isEmpty();
  }

  /** Refuses what would go on for ever where nobody can end it. */
  private void requireEnd(Command.Play play) {
    Arguments.fill(play.scenario(), play.arguments(), servers.addresses())
        .endless(play.scenario().script())
        .ifPresent(
            times -> {
              throw new IllegalArgumentException(
                  "%s with %s goes on until somebody cures it, and here nobody can: give it a number above 0, or play it at the console's prompt or in the window."
                      .formatted(play.scenario().name(), times));
            });
  }

  /** Whether there is something to cure. */
  private static boolean cure(LiveRun run, CommandOutput output) {
    boolean curable = run.curable();
    if (curable) {
      run.cure();
      output.line(
          Tone.QUIET,
          (run.curable()
                  ? "From now on both wait equally long (randomness 0), which cures nothing."
                  : "It is cured after this round.")
              + " Ctrl-C once more stops it.");
    }
    return curable;
  }

  private Result restart(CommandOutput output) {
    List<ServerId> down = director.restart().stream().sorted().toList();
    if (down.isEmpty()) {
      output.line(Tone.PLAIN, "Every server has forgotten everything.");
      return Result.DONE;
    }
    String names = String.join(", ", down.stream().map(ServerId::toString).toList());
    output.line(
        Tone.LOSS,
        "All servers that run have forgotten everything. "
            + (down.size() == 1
                ? names + " is down and still remembers. It forgets when it comes back"
                : names + " are down and still remember. They forget when they come back")
            + " while this program runs; if that is later, write restart again then.");
    return Result.FAILED;
  }

  private Result crash(ServerId server, CommandOutput output) {
    if (!isPaused(server) && director.cluster().status(server).isEmpty()) {
      output.line(Tone.ERROR, server + " is down already.");
      return Result.FAILED;
    }
    director.crash(server);
    output.line(
        Tone.LOSS,
        server + " has crashed; bring it back with: recover " + servers.shortName(server));
    return Result.DONE;
  }

  private Result recover(ServerId server, CommandOutput output, Interruption interruption) {
    if (isPaused(server)) {
      output.line(Tone.ERROR, server + " is paused, not down; let it go on with: resume " + server);
      return Result.FAILED;
    }
    HandRecovery recovery = new HandRecovery(servers, server);
    if (director.cluster().status(server).isPresent()) {
      recovery.alreadyThere(output);
      return Result.FAILED;
    }
    Optional<String> byHand = director.cluster().commandToRecover(server);
    if (byHand.isPresent()) {
      Optional<Duration> limit =
          interruption.isPossible() ? Optional.empty() : Optional.of(patience);
      recovery.ask(byHand.get(), limit, output);
      if (!comesBack(server, interruption)) {
        output.line(
            Tone.ERROR, "Stopped waiting for " + server + "; start it there and try again.");
        return Result.FAILED;
      }
    }
    recovery.back(HandRecovery.forgot(director.recover(server)), output);
    return Result.DONE;
  }

  private boolean isPaused(ServerId server) {
    Trace trace = director.trace();
    return trace.at(trace.size()).server(server).paused();
  }

  /**
   * Waits for a server that a person has to start, or until nobody wants to wait any more. A
   * command of a script has nobody who would interrupt it, so it waits for a bounded time.
   */
  private boolean comesBack(ServerId server, Interruption interruption) {
    long start = System.nanoTime();
    while (director.cluster().status(server).isEmpty()) {
      boolean tooLong =
          !interruption.isPossible() && System.nanoTime() - start >= patience.toNanos();
      if (tooLong || interruption.isWanted() || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASK_AGAIN_MILLIS));
    }
    return true;
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

  private Result saveScenario(Path file, CommandOutput output) {
    Trace trace = director.trace();
    if (trace.size() == 0) {
      output.line(Tone.ERROR, "There is no run to save yet: play a scenario first.");
      return Result.FAILED;
    }
    Path written = ScenarioFile.write(file, trace);
    output.line(Tone.PLAIN, "The run is a scenario in " + written + "; run plays it.");
    return Result.DONE;
  }

  private Result check(Path file, CommandOutput output) throws CommandException {
    return FileCheck.tell(file, source, servers.addresses().size(), output)
        ? Result.DONE
        : Result.FAILED;
  }

  private Result help(Optional<Scenario> scenario, CommandOutput output) {
    scenario.ifPresentOrElse(
        about -> HelpText.print(about, output), () -> HelpText.print(source.scenarios(), output));
    return Result.DONE;
  }
}
