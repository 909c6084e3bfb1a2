package paxoscope.node;

import java.util.Optional;
import java.util.stream.Stream;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/**
 * How many characters of values and notes things have, as XML writes them: what makes them large.
 */
final class TextWeight {

  private TextWeight() {}

  static int of(Outbound outbound) {
    return of(value(outbound));
  }

  /** What an event adds to the memory; its state shares its texts with earlier events. */
  static long own(NodeEvent event) {
    return of(event.message().flatMap(TextWeight::value)) + of(event.value()) + of(event.note());
  }

  /** What an event adds to an answer, where every text is written out. */
  static long onTheWire(NodeEvent event) {
    NodeState state = event.state();
    return own(event)
        + Stream.of(state.accepted(), state.committed())
            .mapToLong(proposal -> of(proposal.map(Proposal::value)))
            .sum()
        + of(state.fileContents());
  }

  private static Optional<Value> value(Outbound outbound) {
    return switch (outbound) {
      case Message.Accept accept -> Optional.of(accept.proposal().value());
      case Message.Commit commit -> Optional.of(commit.proposal().value());
      case Message.Promise promise -> promise.accepted().map(Proposal::value);
      case Message.Prepare _, Message.Accepted _, Message.Nack _, Timer _ -> Optional.empty();
    };
  }

  private static int of(Optional<Value> value) {
    return value.map(told -> of(told.text())).orElse(0);
  }

  // XML writes & as &amp; and < as &lt;.
  private static int of(String text) {
    int weight = text.length();
    for (int i = 0; i < text.length(); i++) {
      weight +=
          switch (text.charAt(i)) {
            case '&' -> 4;
            case '<', '>' -> 3;
            default -> 0;
          };
    }
    return weight;
  }
}
