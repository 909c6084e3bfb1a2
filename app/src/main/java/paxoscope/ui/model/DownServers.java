package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.director.Outages;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
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
   * @param live the run, looked at from its end
   * @return what the banner says now; empty if nothing has changed
   */
  Optional<Notice> news(Trace live) {
    ClusterState now = live.at(live.size());
    List<ServerView> down =
        now.servers().stream()
            .filter(server -> !server.alive())
            .filter(server -> !wasAskedFor(live, server.downSince()))
            .toList();
    List<ServerId> names = down.stream().map(ServerView::server).toList();
    if (names.equals(known)) {
      return Optional.empty();
    }
    known = names;
    return Optional.of(down.isEmpty() ? Notice.NONE : notice(down, live));
  }

  // Whoever is the network has killed it on purpose, and has its card to bring it back.
  private static boolean wasAskedFor(Trace live, int step) {
    return live.header().isFree()
        && step > 0
        && live.step(step).decision() instanceof Decision.Crash
        && Outages.of(live.step(step)).isEmpty();
  }

  private static Notice notice(List<ServerView> down, Trace live) {
    boolean dead = down.stream().noneMatch(view -> CardView.isSilent(live, view));
    String names =
        down.stream().map(view -> view.server().toString()).collect(Collectors.joining(", "));
    String key = "notice." + (down.size() == 1 ? "" : "several-") + (dead ? "down" : "silent");
    return new Notice(UiText.of(key, names, down.getFirst().port()), true);
  }
}
