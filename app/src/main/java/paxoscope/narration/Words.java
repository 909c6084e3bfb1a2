package paxoscope.narration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/** Short forms: the label of an arrow, a value, a list of servers. */
public final class Words {

  private static final int LONGEST_VALUE = 16;

  private Words() {}

  /**
   * The label of an arrow or envelope.
   *
   * @param item a message or timer
   * @return for example {@code Promise 4.5, accepted 3.1 = 123}; long values are elided
   */
  public static String arrow(Outbound item) {
    return arrow(item, Words::value);
  }

  /**
   * The same words with the whole value.
   *
   * @param item a message or timer
   * @return the label of its arrow, nothing elided
   */
  public static String whole(Outbound item) {
    return arrow(item, Value::text);
  }

  private static String arrow(Outbound item, Function<Value, String> value) {
    Map<String, String> number = Map.of("number", item.number().toString());
    return switch (item) {
      case Message.Prepare _ -> Texts.fill(Phrase.ARROW_PREPARE, number);
      case Message.Promise promise -> promise(promise, value);
      case Message.Accept accept -> valued(Phrase.ARROW_ACCEPT, accept.proposal(), value);
      case Message.Accepted _ -> Texts.fill(Phrase.ARROW_ACCEPTED, number);
      case Message.Nack nack ->
          Texts.fill(Phrase.ARROW_NACK, Map.of("promised", nack.promised().toString()));
      case Message.Commit commit -> valued(Phrase.ARROW_COMMIT, commit.proposal(), value);
      case Timer timer ->
          Texts.fill(
              timer.kind() == Outbound.Kind.RETRY ? Phrase.ARROW_RETRY : Phrase.ARROW_TIME_OUT,
              Map.of());
    };
  }

  private static String promise(Message.Promise promise, Function<Value, String> value) {
    Map<String, String> words =
        Map.of(
            "number", promise.number().toString(),
            "accepted", promise.accepted().map(told -> proposal(told, value)).orElse(""));
    return Texts.fill(
        promise.accepted().isPresent() ? Phrase.ARROW_PROMISE_ACCEPTED : Phrase.ARROW_PROMISE_NONE,
        words);
  }

  private static String valued(Phrase phrase, Proposal proposal, Function<Value, String> value) {
    return Texts.fill(
        phrase,
        Map.of("number", proposal.number().toString(), "value", value.apply(proposal.value())));
  }

  /**
   * A proposal with its value elided.
   *
   * @param proposal any proposal
   * @return for example {@code 3.1 = 123}
   */
  public static String proposal(Proposal proposal) {
    return proposal(proposal, Words::value);
  }

  private static String proposal(Proposal proposal, Function<Value, String> value) {
    return proposal.number() + " = " + value.apply(proposal.value());
  }

  /**
   * A value on one short line.
   *
   * @param value any value
   * @return the value as it is if it is one short word; else in quotes, without line breaks, and
   *     cut after 16 characters
   */
  public static String value(Value value) {
    String cut = line(value.text(), LONGEST_VALUE);
    return cut.codePoints().allMatch(Words::isPlain) ? cut : "“" + cut + "”";
  }

  /**
   * A text on one line of limited length.
   *
   * @param text any text
   * @param characters how many characters there is room for
   * @return the text without line breaks, cut if need be
   */
  public static String line(String text, int characters) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ");
    return line.codePointCount(0, line.length()) > characters
        ? line.substring(0, line.offsetByCodePoints(0, characters - 1)) + "…"
        : line;
  }

  private static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character == '-'
        || character == '…';
  }

  static String proposal(Optional<Proposal> proposal) {
    return proposal.map(Words::proposal).orElseGet(() -> Texts.fill(Phrase.WORD_NOTHING));
  }

  static String servers(Collection<ServerId> servers) {
    List<String> names = servers.stream().sorted().map(ServerId::toString).toList();
    if (names.isEmpty()) {
      return Texts.fill(Phrase.WORD_NO_SERVER);
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    return Texts.fill(
        Phrase.WORD_LIST,
        Map.of(
            "most", String.join(", ", names.subList(0, names.size() - 1)),
            "last", names.getLast()));
  }
}
