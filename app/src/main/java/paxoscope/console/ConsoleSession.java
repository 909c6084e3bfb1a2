package paxoscope.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import paxoscope.command.CommandCompletion;
import paxoscope.command.CommandOutput;
import paxoscope.command.CommandRunner;
import paxoscope.command.ScenarioSource;
import paxoscope.command.ServerNames;
import paxoscope.director.Director;
import paxoscope.files.UserFolders;

/** A session with one cluster on the standard streams of this process. */
public final class ConsoleSession {

  private final CommandRunner runner;
  private final CommandCompletion completion;
  private final ServerNames servers;
  private final ConsoleColours colours;

  /**
   * Begins a session.
   *
   * @param director who drives the cluster
   * @param source the scenarios
   */
  public ConsoleSession(Director director, ScenarioSource source) {
    this.runner = new CommandRunner(director, source);
    this.servers = new ServerNames(director.cluster().addresses());
    this.completion = new CommandCompletion(servers, source);
    this.colours = ConsoleColours.of(isAtTerminal(), System.getenv());
  }

  /**
   * Says whether a person sits at the keyboard and sees the output.
   *
   * @return false if either is a file or a pipe
   */
  public static boolean isAtTerminal() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * Runs commands from the command line.
   *
   * @param commands the commands
   * @return whether all of them went well
   */
  public boolean run(List<String> commands) {
    return new Console(runner, output()).runAll(commands);
  }

  /**
   * Runs commands from a pipe.
   *
   * @param lines one command each
   * @return whether all of them went well
   * @throws IOException if they cannot be read
   */
  public boolean run(BufferedReader lines) throws IOException {
    return new Console(runner, output()).runAll(lines);
  }

  /**
   * Talks with the person at the keyboard.
   *
   * @throws IOException if the terminal or the history cannot be used
   */
  public void prompt() throws IOException {
    new Prompt(runner, completion, colours, UserFolders.ofThisUser().state().resolve("history"))
        .run(greeting());
  }

  private CommandOutput output() {
    return Console.to(System.out, System.err, colours);
  }

  private List<String> greeting() {
    int size = servers.addresses().size();
    String first = servers.addresses().getFirst();
    String last = servers.addresses().getLast();
    return List.of(
        size + " servers: S1 at " + first + " to S" + size + " at " + last + ".",
        "Type help for the commands, Tab to complete, exit to leave.");
  }
}
