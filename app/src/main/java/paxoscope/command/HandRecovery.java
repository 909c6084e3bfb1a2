package paxoscope.command;

import java.time.Duration;
import java.util.Optional;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ServerId;
import paxoscope.trace.TraceStep;

/**
 * What is said while a person brings a server back that this program has not started.
 *
 * @param servers the names of the servers
 * @param server which one comes back
 */
public record HandRecovery(ServerNames servers, ServerId server) {

  /**
   * Says what to type, and where.
   *
   * @param command the command that starts the server
   * @param limit how long it is waited for, to the second; empty if until somebody interrupts
   * @param output where to say it
   */
  public void ask(String command, Optional<Duration> limit, CommandOutput output) {
    output.line(
        Tone.QUIET,
        "Somebody else has started "
            + server
            + " ("
            + servers.addressOf(server)
            + "). Type there, with its own data folder:");
    output.line(Tone.PLAIN, "  " + command);
    output.line(
        Tone.QUIET,
        limit
            .map(time -> "Waiting at most " + time.toSeconds() + " s until it answers ...")
            .orElse("Waiting until it answers ..."));
  }

  /**
   * Says that there is nothing to do.
   *
   * @param output where to say it
   */
  public void alreadyThere(CommandOutput output) {
    output.line(Tone.ERROR, server + " is running already: there is nothing to recover.");
  }

  /**
   * Whether a server that came back had to forget everything.
   *
   * @param step the step in which it came back
   * @return true if the servers were restarted while it was down
   */
  public static boolean forgot(TraceStep step) {
    return step.events().stream().anyMatch(event -> event.kind() == NodeEvent.Kind.RESTARTED);
  }

  /**
   * Says that it has come back.
   *
   * @param forgot whether the servers were restarted meanwhile, so that it began anew
   * @param output where to say it
   */
  public void back(boolean forgot, CommandOutput output) {
    output.line(
        Tone.PLAIN,
        server
            + (forgot
                ? " is back, and has forgotten everything: there was a restart while it was down."
                : " is back, with what was on its disk."));
  }
}
