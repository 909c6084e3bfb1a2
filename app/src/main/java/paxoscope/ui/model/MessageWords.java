package paxoscope.ui.model;

import java.util.function.UnaryOperator;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Timer;

/** The words that travel with a message. */
public final class MessageWords {

  private static final int ON_ARROW = 18;
  private static final String CUT = "…";

  private MessageWords() {}

  /**
   * What stands on an arrow or an envelope.
   *
   * @param item a message or timer
   * @return for example {@code Promise 4.5, accepted 3.1 = 123}; long values are cut
   */
  public static String of(Outbound item) {
    return of(item, MessageWords::shortened);
  }

  /**
   * The same words with the whole value.
   *
   * @param item a message or timer
   * @return what stands on its arrow, nothing cut
   */
  public static String whole(Outbound item) {
    return of(item, UnaryOperator.identity());
  }

  private static String of(Outbound item, UnaryOperator<String> value) {
    return switch (item) {
      case Message.Prepare prepare -> "Prepare " + prepare.number();
      case Message.Promise promise ->
          "Promise "
              + promise.number()
              + promise
                  .accepted()
                  .map(
                      had -> ", accepted " + had.number() + " = " + value.apply(had.value().text()))
                  .orElse(", none");
      case Message.Accept accept ->
          "Accept " + accept.number() + " " + value.apply(accept.proposal().value().text());
      case Message.Accepted accepted -> "Accepted " + accepted.number();
      case Message.Nack nack -> "Refused, promised " + nack.promised();
      case Message.Commit commit -> "Commit " + value.apply(commit.proposal().value().text());
      case Timer timer ->
          (timer.kind() == Outbound.Kind.RETRY ? "waits to retry " : "waits for answers ")
              + timer.number();
    };
  }

  /**
   * A value in one short line.
   *
   * @param text any text
   * @return the text; its first characters and an ellipsis if it is long or has several lines
   */
  public static String shortened(String text) {
    return shortened(text, ON_ARROW);
  }

  /**
   * A value in one line of limited length.
   *
   * @param text any text
   * @param characters how many characters there is room for
   * @return the text, cut if need be
   */
  public static String shortened(String text, int characters) {
    String line = text.lines().findFirst().orElse("").replace('\t', ' ');
    boolean whole = line.equals(text);
    if (line.codePointCount(0, line.length()) > characters) {
      return line.substring(0, line.offsetByCodePoints(0, characters - 1)) + CUT;
    }
    return whole ? line : line + " " + CUT;
  }
}
