package paxoscope.ui.inspector;

import java.util.Optional;
import paxoscope.narration.Words;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.ServerChange;
import paxoscope.trace.ServerView;
import paxoscope.ui.words.UiText;

/** What the history of a server says in words. */
final class ChangeWords {

  private static final int LONGEST = 24;

  private ChangeWords() {}

  /** What the server has become. */
  static String what(ServerChange change) {
    ServerView after = change.after();
    return switch (change.kind()) {
      case CRASHED -> UiText.of("history.crashed");
      case RECOVERED -> UiText.of("history.recovered");
      case PAUSED -> UiText.of("history.paused");
      case RESUMED -> UiText.of("history.resumed");
      case REFUSED -> UiText.of("history.refused", change.cause().map(Words::arrow).orElse(""));
      case PROMISED -> UiText.of("history.promised", number(after.promised()));
      case ACCEPTED -> UiText.of("history.accepted", proposal(after.accepted()));
      case WRITTEN -> UiText.of("history.written", Words.line(after.fileContents(), LONGEST));
    };
  }

  /** Why. */
  static String cause(ServerChange change) {
    return change.kind() == ServerChange.Kind.REFUSED
        ? UiText.of("history.promised", number(change.after().promised()))
        : change.cause().map(ChangeWords::origin).orElse("");
  }

  /** What the server was before; empty text if that was nothing. */
  static String before(ServerChange change) {
    ServerView before = change.before();
    return switch (change.kind()) {
      case CRASHED, RECOVERED, PAUSED, RESUMED, REFUSED -> "";
      case PROMISED -> number(before.promised());
      case ACCEPTED -> proposal(before.accepted());
      case WRITTEN -> before.fileContents();
    };
  }

  /** The proposal that it is about. */
  static Optional<ProposalNumber> about(ServerChange change) {
    return switch (change.kind()) {
      case CRASHED, RECOVERED, PAUSED, RESUMED -> Optional.empty();
      case REFUSED -> change.cause().map(Outbound::number);
      case PROMISED -> change.after().promised();
      case ACCEPTED -> change.after().accepted().map(Proposal::number);
      case WRITTEN -> change.after().committed().map(Proposal::number);
    };
  }

  private static String origin(Outbound item) {
    return UiText.of("history.from", Words.arrow(item), item.from());
  }

  private static String number(Optional<ProposalNumber> number) {
    return number.map(ProposalNumber::toString).orElse("");
  }

  private static String proposal(Optional<Proposal> proposal) {
    return proposal.map(Words::proposal).orElse("");
  }
}
