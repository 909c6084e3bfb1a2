package paxoscope.console;

import java.util.Map;
import paxoscope.command.CommandOutput.Tone;

/**
 * Colours by the escape sequences that terminals know (ECMA-48). No meaning rests on them: the
 * words say all.
 *
 * @param used whether there shall be colours
 */
record ConsoleColours(boolean used) {

  private static final String RESET = "\u001B[0m";

  /**
   * Decides whether to use colours.
   *
   * @param terminal whether a person sees the output on a terminal
   * @param environment the environment variables; NO_COLOR (no-color.org) and a dumb terminal are
   *     respected
   * @return the colours
   */
  static ConsoleColours of(boolean terminal, Map<String, String> environment) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    return new ConsoleColours(terminal && !unwanted && !dumb);
  }

  /**
   * Colours a line.
   *
   * @param tone what kind of line it is
   * @param text the line
   * @return the line as the terminal wants it
   */
  String paint(Tone tone, String text) {
    String code =
        switch (tone) {
          case PLAIN -> "";
          case PROPOSER_A -> "94";
          case PROPOSER_B -> "33";
          case REFUSAL, ERROR -> "31";
          case LOSS, QUIET -> "2";
          case CHOSEN -> "32";
        };
    return used && !code.isEmpty() ? "\u001B[" + code + "m" + text + RESET : text;
  }
}
