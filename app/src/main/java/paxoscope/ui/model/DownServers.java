package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import paxoscope.director.Outages;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Crashes;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * Notices which servers go down or come back. A server that is down is shown grey on its card; the
 * banner says what to do about it.
 */
final class DownServers {

  private final Supplier<Scenario> played;
  private List<ServerId> known = List.of();

  /**
   * Begins to notice.
   *
   * @param played gives the scenario that is played; null for none
   */
  DownServers(Supplier<Scenario> played) {
    this.played = played;
  }

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
            .filter(server -> !wasAskedFor(live, server))
            .toList();
    List<ServerId> names = down.stream().map(ServerView::server).toList();
    if (names.equals(known)) {
      return Optional.empty();
    }
    known = names;
    return Optional.of(down.isEmpty() ? Notice.NONE : notice(down, live));
  }

  // Whoever is the network has killed it on purpose, and has its card to bring it back. What a
  // scenario kills belongs to its story.
  private boolean wasAskedFor(Trace live, ServerView server) {
    int step = server.downSince();
    return step > 0
        && live.step(step).decision() instanceof Decision.Crash
        && Outages.of(live.step(step)).isEmpty()
        && (live.header().isFree() || killedByScenario(live.header()).contains(server.server()));
  }

  private Set<ServerId> killedByScenario(RunHeader run) {
    Scenario scenario = played.get();
    return scenario != null && scenario.name().equals(run.scenario())
        ? Crashes.of(scenario, run)
        : Set.of();
  }

  private static Notice notice(List<ServerView> down, Trace live) {
    boolean dead = down.stream().noneMatch(view -> CardView.isSilent(live, view));
    String names =
        down.stream().map(view -> view.server().toString()).collect(Collectors.joining(", "));
    String key = "notice." + (down.size() == 1 ? "" : "several-") + (dead ? "down" : "silent");
    return new Notice(UiText.of(key, names, down.getFirst().port()), true);
  }
}
