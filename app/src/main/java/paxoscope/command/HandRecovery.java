package paxoscope.command;

import paxoscope.command.CommandOutput.Tone;
import paxoscope.protocol.ServerId;

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
   * @param output where to say it
   */
  public void ask(String command, CommandOutput output) {
    output.line(
        Tone.QUIET,
        "Somebody else has started "
            + server
            + " ("
            + servers.addressOf(server)
            + "). Type there, with its own data folder:");
    output.line(Tone.PLAIN, "  " + command);
    output.line(Tone.QUIET, "Waiting until it answers ...");
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
   * Says that it has come back.
   *
   * @param output where to say it
   */
  public void back(CommandOutput output) {
    output.line(Tone.PLAIN, server + " is back, with what was on its disk.");
  }
}
