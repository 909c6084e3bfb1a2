package paxoscope.narration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Link;
import paxoscope.trace.Passage;

/** What stands in diagrams beside arrows and lanes. */
public final class DiagramWords {

  private DiagramWords() {}

  /**
   * The label of an arrow in all its lengths.
   *
   * @param item a message or timer
   * @return the longest first, for example {@code Promise 4.5, accepted 3.1 = 123}, {@code Promise,
   *     3.1 = 123} and {@code Promise}
   */
  public static List<String> forms(Outbound item) {
    String whole = Words.arrow(item);
    String kind =
        switch (item) {
          case Message.Prepare _ -> Texts.fill(Phrase.KIND_PREPARE);
          case Message.Promise _ -> Texts.fill(Phrase.KIND_PROMISE);
          case Message.Accept _ -> Texts.fill(Phrase.KIND_ACCEPT);
          case Message.Accepted _ -> Texts.fill(Phrase.KIND_ACCEPTED);
          case Message.Nack _ -> Texts.fill(Phrase.KIND_NACK);
          case Message.Commit _ -> Texts.fill(Phrase.KIND_COMMIT);
          case paxoscope.protocol.Timer _ -> whole;
        };
    Stream<String> between =
        item instanceof Message.Promise promise
            ? promise.accepted().stream().map(DiagramWords::promised)
            : Stream.empty();
    return Stream.of(Stream.of(whole), between, Stream.of(kind))
        .flatMap(forms -> forms)
        .distinct()
        .toList();
  }

  private static String promised(Proposal accepted) {
    return Texts.fill(Phrase.KIND_PROMISE_TOLD, Map.of("accepted", Words.proposal(accepted)));
  }

  /**
   * Where a message went and what became of it.
   *
   * @param passage its way
   * @return for example {@code S3 to S5, sent in step 12, arrived in step 13}
   */
  public static String way(Passage passage) {
    Phrase phrase =
        switch (passage.end()) {
          case WAITING -> Phrase.WAY_WAITING;
          case HANDLED ->
              passage.content().leg() == Leg.TIMER ? Phrase.WAY_FIRED : Phrase.WAY_HANDLED;
          case REFUSED -> Phrase.WAY_REFUSED;
          case IGNORED -> Phrase.WAY_IGNORED;
          case LOST -> Phrase.WAY_LOST;
          case UNREACHABLE -> Phrase.WAY_UNREACHABLE;
          case UNKNOWN -> Phrase.WAY_UNKNOWN;
          case FORGOTTEN -> Phrase.WAY_FORGOTTEN;
        };
    return Texts.fill(
        phrase,
        Map.of(
            "from", passage.content().from().toString(),
            "to", passage.content().to().toString(),
            "sent", Integer.toString(passage.sentStep()),
            "end", Integer.toString(passage.endStep())));
  }

  /**
   * Says what is chosen.
   *
   * @param proposal the chosen proposal
   * @param servers the majority that has accepted it
   * @return for example {@code 123 is chosen: S1 S2 S3 at 3.1}
   */
  public static String chosen(Proposal proposal, Collection<ServerId> servers) {
    return Texts.fill(
        Phrase.DIAGRAM_CHOSEN,
        Map.of(
            "value", Words.value(proposal.value()),
            "servers",
                servers.stream().sorted().map(ServerId::toString).collect(Collectors.joining(" ")),
            "number", proposal.number().toString()));
  }

  /**
   * Says that not everything is drawn.
   *
   * @param each how many messages there are for each one drawn
   * @return for example {@code One message in 4 is drawn: zoom in to see all}
   */
  public static String sample(int each) {
    return Texts.fill(Phrase.DIAGRAM_SAMPLE, Map.of("each", Integer.toString(each)));
  }

  /**
   * Where a server's process was killed.
   *
   * @return one word
   */
  public static String down() {
    return Texts.fill(Phrase.DIAGRAM_DOWN);
  }

  /**
   * Where a server's process was started again.
   *
   * @return one word
   */
  public static String back() {
    return Texts.fill(Phrase.DIAGRAM_BACK);
  }

  /**
   * Where a server's process was stopped.
   *
   * @return one word
   */
  public static String paused() {
    return Texts.fill(Phrase.DIAGRAM_PAUSED);
  }

  /**
   * Where a server's process that was stopped went on.
   *
   * @return few words
   */
  public static String goesOn() {
    return Texts.fill(Phrase.DIAGRAM_GOES_ON);
  }

  /**
   * Where a link was cut.
   *
   * @param link which
   * @return the longest first, for example {@code S1 → S3 cut} and {@code cut}
   */
  public static List<String> cut(Link link) {
    return wired(Phrase.DIAGRAM_CUT, link);
  }

  /**
   * Where a link was healed.
   *
   * @param link which
   * @return the longest first
   */
  public static List<String> healed(Link link) {
    return wired(Phrase.DIAGRAM_HEALED, link);
  }

  private static List<String> wired(Phrase phrase, Link link) {
    String word = Texts.fill(phrase);
    return List.of(link.from() + " → " + link.to() + " " + word, word);
  }
}
