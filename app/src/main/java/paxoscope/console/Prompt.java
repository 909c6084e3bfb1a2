package paxoscope.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import paxoscope.command.CommandCompletion;
import paxoscope.command.CommandOutput;
import paxoscope.command.CommandRunner;
import paxoscope.command.Interruption;

/** A person at the keyboard: a line editor with a history and completion. */
final class Prompt {

  private static final String SIGN = "paxoscope> ";
  private static final Set<String> WITH_FILES = Set.of("run", "save", "check");

  private final CommandRunner runner;
  private final CommandCompletion completion;
  private final ConsoleColours colours;
  private final Path historyFile;
  private final AtomicBoolean ctrlC = new AtomicBoolean();
  private final Interruption interruption =
      new Interruption() {
        @Override
        public boolean isWanted() {
          return ctrlC.getAndSet(false);
        }

        @Override
        public boolean isPossible() {
          return true;
        }
      };

  /**
   * Joins the parts.
   *
   * @param runner carries the commands out
   * @param completion proposes words
   * @param colours how lines are coloured
   * @param historyFile keeps what was typed for the next time
   */
  Prompt(
      CommandRunner runner,
      CommandCompletion completion,
      ConsoleColours colours,
      Path historyFile) {
    this.runner = runner;
    this.completion = completion;
    this.colours = colours;
    this.historyFile = historyFile;
  }

  /**
   * Reads and runs commands until the person leaves.
   *
   * @param greeting what to say first
   * @throws IOException if there is no terminal to talk to
   */
  void run(List<String> greeting) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      terminal.handle(Terminal.Signal.INT, _ -> ctrlC.set(true));
      LineReader reader = reader(terminal);
      CommandOutput output =
          (tone, text) -> {
            terminal.writer().println(colours.paint(tone, text));
            terminal.flush();
          };
      greeting.forEach(line -> output.line(CommandOutput.Tone.QUIET, line));
      boolean goOn = true;
      while (goOn) {
        goOn = readAndRun(reader, output);
      }
    }
  }

  private boolean readAndRun(LineReader reader, CommandOutput output) {
    try {
      String line = reader.readLine(SIGN);
      ctrlC.set(false);
      return runner.run(line, output, interruption) != CommandRunner.Result.EXIT;
    } catch (UserInterruptException abandoned) {
      // Ctrl-C leaves the line, not the program.
      return true;
    } catch (EndOfFileException left) {
      return false;
    }
  }

  private LineReader reader(Terminal terminal) throws IOException {
    // The words are split by the command parser; the editor shall not ask for a closing quote.
    DefaultParser parser = new DefaultParser().eofOnUnclosedQuote(false);
    parser.setEscapeChars(null);
    Files.createDirectories(historyFile.getParent());
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("paxoscope")
        .parser(parser)
        .completer(completer())
        .variable(LineReader.HISTORY_FILE, historyFile)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.CASE_INSENSITIVE, true)
        .build();
  }

  private Completer completer() {
    Completer files = new Completers.FileNameCompleter();
    return (reader, line, candidates) -> {
      List<String> before = wordsBefore(line);
      completion.candidates(before).stream().map(Candidate::new).forEach(candidates::add);
      if (before.size() == 1 && WITH_FILES.contains(before.getFirst().toLowerCase(Locale.ROOT))) {
        files.complete(reader, line, candidates);
      }
    };
  }

  private static List<String> wordsBefore(ParsedLine line) {
    return line.words().subList(0, line.wordIndex());
  }
}
