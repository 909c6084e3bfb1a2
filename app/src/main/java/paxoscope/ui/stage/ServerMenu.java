package paxoscope.ui.stage;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import paxoscope.director.FreeMoves;
import paxoscope.narration.Words;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.ServerView;
import paxoscope.ui.model.FreePlay;
import paxoscope.ui.words.UiText;

/**
 * What whoever is the network can do to a server.
 *
 * @param free takes the steps
 * @param values what a click can propose
 * @param type begins to type a command, given what stands left and right of the cursor
 */
public record ServerMenu(
    FreePlay free, Supplier<List<String>> values, BiConsumer<String, String> type) {

  private static final int LONGEST_VALUE = 24;

  /**
   * Offers it.
   *
   * @param server the server
   * @return a menu
   */
  ContextMenu of(ServerId server) {
    ContextMenu menu = new ContextMenu();
    ServerView view = free.now().server(server);
    if (!view.alive()) {
      menu.getItems()
          .add(NetworkHand.item(UiText.of("free.recover"), "recover", () -> free.recover(server)));
      return menu;
    }
    if (view.paused()) {
      menu.getItems()
          .addAll(
              NetworkHand.item(UiText.of("free.resume"), "resume", () -> free.pause(server, false)),
              NetworkHand.item(UiText.of("free.crash"), "crash", () -> free.crash(server)),
              links(server));
      return menu;
    }
    values.get().stream()
        .filter(value -> !value.isEmpty())
        .distinct()
        .forEach(value -> menu.getItems().add(propose(server, value)));
    menu.getItems()
        .add(
            NetworkHand.item(
                UiText.of("free.propose-other"),
                "propose-other",
                () -> type.accept("propose ", " on " + view.port())));
    menu.getItems().add(new SeparatorMenuItem());
    free.now().held().stream()
        .filter(item -> item.owner().equals(server))
        .filter(item -> item.content().kind() == Outbound.Kind.TIME_OUT)
        .forEach(item -> menu.getItems().add(timeOut(item)));
    menu.getItems()
        .addAll(
            NetworkHand.item(UiText.of("free.pause"), "pause", () -> free.pause(server, true)),
            NetworkHand.item(UiText.of("free.crash"), "crash", () -> free.crash(server)),
            links(server));
    return menu;
  }

  /** The links to each other server: to it, from it, or both. */
  private Menu links(ServerId server) {
    Menu menu = new Menu(UiText.of("free.links"));
    menu.setId("free-links");
    ClusterState now = free.now();
    for (ServerView other : now.servers()) {
      if (!other.server().equals(server)) {
        Link link = new Link(server, other.server());
        menu.getItems().addAll(link(link, now), link(link.back(), now));
      }
    }
    if (!now.cuts().isEmpty()) {
      menu.getItems()
          .add(
              NetworkHand.item(
                  UiText.of("free.heal-all"),
                  "heal-all",
                  () -> free.ask(FreeMoves.healAll(free.now()))));
    }
    return menu;
  }

  private MenuItem link(Link link, ClusterState now) {
    boolean cut = now.cuts().contains(link);
    Decision move = cut ? new Decision.Heal(link) : new Decision.Cut(link);
    return NetworkHand.item(
        UiText.of(cut ? "free.heal" : "free.cut", link.from(), link.to()),
        (cut ? "heal-" : "cut-") + link.from() + "-" + link.to(),
        () -> free.ask(List.of(move)));
  }

  private MenuItem propose(ServerId server, String value) {
    return NetworkHand.item(
        UiText.of("free.propose", Words.line(value, LONGEST_VALUE)),
        "propose-" + value,
        () -> free.propose(server, value));
  }

  private MenuItem timeOut(HeldItem item) {
    return NetworkHand.item(
        UiText.of("free.time-out", item.content().number()),
        "time-out",
        () -> free.ask(List.of(FreeMoves.deliver(item))));
  }
}
