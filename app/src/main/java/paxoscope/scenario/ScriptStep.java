package paxoscope.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paxoscope.protocol.Outbound;

/**
 * One step of a script, with roles and parameters by name: who they are is only known when it is
 * played, see {@link Arguments}. A step may stand for many decisions.
 */
public sealed interface ScriptStep {

  /** The column that stands for "the one after the last". */
  String NEXT_COLUMN = "next";

  /**
   * When the step is played: always, or only if a switch is on or off.
   *
   * @param parameter the name of a switch; empty text for always
   * @param wanted what the switch must be
   */
  record Condition(String parameter, boolean wanted) {
    /** Played always. */
    public static final Condition ALWAYS = new Condition("", true);
  }

  /**
   * Whether the step is played.
   *
   * @return its condition
   */
  Condition condition();

  /**
   * All steps of a script, those that are repeated too.
   *
   * @param script the steps at its top
   * @return each of them, followed by the steps in it
   */
  static Stream<ScriptStep> withNested(List<ScriptStep> script) {
    return script.stream()
        .flatMap(
            step ->
                step instanceof Repeat repeat
                    ? Stream.concat(Stream.of(step), withNested(repeat.steps()))
                    : Stream.of(step));
  }

  /**
   * The servers that a step names itself, not those that steps inside it name.
   *
   * @return names of roles, or S1 to Sn
   */
  default Stream<String> roles() {
    return switch (this) {
      case Propose step -> Stream.concat(Stream.of(step.by()), step.ask().stream());
      case Requests step -> Stream.concat(Stream.of(step.by()), step.to().stream());
      case Replies step -> Stream.concat(Stream.of(step.to()), step.from().stream());
      case Wait step -> Stream.of(step.by());
      case Mishap step -> Stream.concat(Stream.of(step.by()), step.to().stream());
      case Life step -> Stream.of(step.server());
      case Halt step -> Stream.of(step.server());
      case Wire step -> Stream.of(step.from(), step.to());
      case Single step -> Stream.of(step.from(), step.to(), step.proposer());
      case Cure step ->
          Stream.concat(step.proposers().stream(), step.quorums().stream().flatMap(List::stream));
      case Repeat _, Finish _ -> Stream.empty();
    };
  }

  /**
   * A client asks a server to propose.
   *
   * @param by the proposer's role
   * @param value the name of a value parameter, or empty text for the proposer's own
   * @param ask the roles it asks; empty for all servers
   * @param round a number or the name of a number parameter; empty for one above the highest seen
   * @param attempts a number, a parameter, {@code parameter+1}, or {@code unlimited}
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Propose(
      String by,
      String value,
      List<String> ask,
      Optional<String> round,
      String attempts,
      String caption,
      Condition condition)
      implements ScriptStep {}

  /**
   * Requests of a proposer reach some servers, and then the replies come back.
   *
   * @param kind {@code prepare}, {@code accept} or {@code commit}
   * @param by the proposer's role
   * @param to the roles they reach; empty for all servers
   * @param column the column of the box diagram, {@link #NEXT_COLUMN}, or empty text
   * @param replies whether the replies come back at once; otherwise they stay held
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Requests(
      Kind kind,
      String by,
      List<String> to,
      String column,
      boolean replies,
      String caption,
      Condition condition)
      implements ScriptStep {
    /** Which requests. */
    public enum Kind {
      /** Phase 1. */
      PREPARE,
      /** Phase 2. */
      ACCEPT,
      /** The news of the chosen value. */
      COMMIT
    }
  }

  /**
   * Replies that were left held come back.
   *
   * @param to the proposer's role
   * @param from the roles that replied; empty for all servers
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Replies(String to, List<String> from, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * A timer of a proposer fires, if it is waiting.
   *
   * @param retry true for its next round, false for its time-out
   * @param by the proposer's role
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Wait(boolean retry, String by, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * Every request of a proposer that waits for some servers is lost, or doubled.
   *
   * @param lost true if it is lost, false if it will arrive twice
   * @param by the proposer's role
   * @param to the roles; empty for all servers
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Mishap(boolean lost, String by, List<String> to, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * A server dies, or comes back.
   *
   * @param crash true if it dies
   * @param server its role
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Life(boolean crash, String server, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * A server's process is stopped where it stands, or goes on.
   *
   * @param pause true if it is stopped
   * @param server its role
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Halt(boolean pause, String server, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * The link from one server to another is cut, or healed; the way back stays as it is.
   *
   * @param cut true if it is cut
   * @param from the role that sends over it
   * @param to the role that receives
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Wire(boolean cut, String from, String to, String caption, Condition condition)
      implements ScriptStep {}

  /**
   * One message or timer, by its name.
   *
   * @param act what becomes of it
   * @param kind what it is
   * @param round the round of its number: digits, or as {@link Cast#number} takes it
   * @param proposer the role whose number it is
   * @param from the role that sends it
   * @param to the role that handles it
   * @param copy which one of those with the same names, in the order in which they came to wait,
   *     from 1
   * @param column the column of the box diagram; empty text for none
   * @param caption words for the screen; empty text for none
   * @param condition whether it is played
   */
  record Single(
      Act act,
      Outbound.Kind kind,
      String round,
      String proposer,
      String from,
      String to,
      int copy,
      String column,
      String caption,
      Condition condition)
      implements ScriptStep {
    /** What becomes of it. */
    public enum Act {
      /** It arrives, or the wait is over; also after its sender has died, as a late one. */
      DELIVER,
      /** It is lost. */
      DROP,
      /** It is doubled. */
      DUPLICATE
    }
  }

  /**
   * Steps that are played again and again.
   *
   * @param times a number or the name of a number parameter; 0 for "until the run is cured"
   * @param steps the steps
   * @param condition whether they are played
   */
  record Repeat(String times, List<ScriptStep> steps, Condition condition) implements ScriptStep {
    /** Keeps an own copy. */
    public Repeat {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The cure of a livelock: whoever is refused waits before its next round, a random time or less
   * random, until one proposer gets both phases through.
   *
   * @param proposers the two roles that overtake each other; the first one has been overtaken
   * @param quorums for each of them, the roles it asks
   * @param seed the name of a number parameter: where the waits come from
   * @param randomness a number: how much of a wait is drawn, in per cent; the rest is the same for
   *     both
   * @param condition whether it is played
   */
  record Cure(
      List<String> proposers,
      List<List<String>> quorums,
      String seed,
      String randomness,
      Condition condition)
      implements ScriptStep {

    /** All of a wait is drawn. */
    public static final int FULL_RANDOMNESS = 100;
  }

  /**
   * All that is left is delivered, until nothing waits any more.
   *
   * @param condition whether it is played
   */
  record Finish(Condition condition) implements ScriptStep {}
}
