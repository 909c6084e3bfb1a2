package paxoscope.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.director.Mishaps;
import paxoscope.experiment.DuelPlan;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Link;

/** One command, understood and checked as far as that is possible without asking a node. */
public sealed interface Command {

  /**
   * Plays a scenario; {@code set value} is one too.
   *
   * @param scenario what to play
   * @param arguments its parameters by name, as text; servers as S1, S2, ...
   * @param own where the scenario was read from, to be tried first; empty for the program's own
   */
  record Play(Scenario scenario, Map<String, String> arguments, Optional<OwnScenario> own)
      implements Command {
    /** Keeps an own copy. */
    public Play {
      arguments = Map.copyOf(arguments);
    }

    /**
     * Plays a scenario of the program's own.
     *
     * @param scenario what to play
     * @param arguments its parameters by name, as text
     */
    public Play(Scenario scenario, Map<String, String> arguments) {
      this(scenario, arguments, Optional.empty());
    }

    Play of(Optional<OwnScenario> origin) {
      return new Play(scenario, arguments, origin);
    }
  }

  /** Lets every server forget everything. */
  record Restart() implements Command {}

  /**
   * Kills a server.
   *
   * @param server which
   */
  record Crash(ServerId server) implements Command {}

  /**
   * Starts a server again.
   *
   * @param server which
   */
  record Recover(ServerId server) implements Command {}

  /** Shows what the servers hold. */
  record Status() implements Command {}

  /**
   * Saves the run that is going on, or the last one.
   *
   * @param file where to
   */
  record Save(Path file) implements Command {}

  /**
   * Checks a saved run against what Paxos promises, or a scenario on the protocol alone.
   *
   * @param file where it is, or the name of one of the program's own scenarios
   */
  record Check(Path file) implements Command {}

  /**
   * Shows the commands, or what one of the scenarios is about.
   *
   * @param scenario which one; empty for all commands
   */
  record Help(Optional<Scenario> scenario) implements Command {}

  /**
   * Shows the forms of one command.
   *
   * @param forms how it is written, and what it does
   */
  record HelpOn(List<CommandForms.Entry> forms) implements Command {
    /** Keeps an own copy. */
    public HelpOn {
      forms = List.copyOf(forms);
    }
  }

  /**
   * Saves the run that is going on, or the last one, as a scenario.
   *
   * @param file where to
   */
  record SaveScenario(Path file) implements Command {}

  /**
   * Repeats the duel of a livelock on the nodes, at each position of the dial.
   *
   * @param scenario the livelock
   * @param plan what to measure
   * @param file where the results go; empty for the screen only
   */
  record Experiment(Scenario scenario, DuelPlan plan, Optional<Path> file) implements Command {}

  /** What somebody says who is the network. */
  sealed interface OfNetwork extends Command {}

  /** Begins a run in which nothing moves until somebody says so. */
  record Free() implements OfNetwork {}

  /** Lists what waits. */
  record ShowHeld() implements OfNetwork {}

  /**
   * A client asks a server to propose.
   *
   * @param value what
   * @param server which server
   * @param round its first round; empty for one above the highest it has seen
   */
  record Propose(Value value, ServerId server, Optional<Integer> round) implements OfNetwork {}

  /**
   * Messages arrive.
   *
   * @param wanted which
   */
  record Deliver(Wanted wanted) implements OfNetwork {}

  /**
   * A message is lost.
   *
   * @param id its id, as held shows it
   */
  record Drop(int id) implements OfNetwork {}

  /**
   * A message is doubled.
   *
   * @param id its id, as held shows it
   */
  record Duplicate(int id) implements OfNetwork {}

  /**
   * A server's process is stopped, or goes on.
   *
   * @param server which
   * @param pause true to stop it
   */
  record Pause(ServerId server, boolean pause) implements OfNetwork {}

  /**
   * Links are cut, or healed.
   *
   * @param links which
   * @param cut true to cut them
   */
  record Wire(List<Link> links, boolean cut) implements OfNetwork {
    /** Keeps an own copy. */
    public Wire {
      links = List.copyOf(links);
    }
  }

  /** Every link is healed. */
  record HealAll() implements OfNetwork {}

  /**
   * Some messages are lost, doubled or delayed from now on.
   *
   * @param mishaps what happens to them
   */
  record Faults(Mishaps mishaps) implements OfNetwork {}

  /** Ends the run: what still waits arrives. */
  record End() implements OfNetwork {}

  /** Which of the messages that wait. */
  sealed interface Wanted {
    /**
     * A single one, or a wait.
     *
     * @param id its id, as held shows it
     */
    record One(int id) implements Wanted {}

    /**
     * All to one server.
     *
     * @param server the receiver
     */
    record To(ServerId server) implements Wanted {}

    /**
     * All of one proposal, requests and replies.
     *
     * @param number its number
     */
    record Of(ProposalNumber number) implements Wanted {}

    /** All. */
    record All() implements Wanted {}
  }

  /** Ends the program. */
  record Exit() implements Command {}
}
