package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.ServerView;
import paxoscope.ui.words.UiText;

/**
 * Notices which servers go down or come back. A server that is down is shown grey on its card; the
 * banner says what to do about it.
 */
final class DownServers {

  private List<ServerId> known = List.of();

  /**
   * Looks at the servers.
   *
   * @param now the live end of the run
   * @return what the banner says now; empty if nothing has changed
   */
  Optional<Notice> news(ClusterState now) {
    List<ServerView> down = now.servers().stream().filter(server -> !server.alive()).toList();
    List<ServerId> names = down.stream().map(ServerView::server).toList();
    if (names.equals(known)) {
      return Optional.empty();
    }
    known = names;
    return Optional.of(down.isEmpty() ? Notice.NONE : notice(down));
  }

  private static Notice notice(List<ServerView> down) {
    String names =
        down.stream().map(view -> view.server().toString()).collect(Collectors.joining(", "));
    return new Notice(UiText.of("notice.down", names, down.getFirst().port()), true);
  }
}
