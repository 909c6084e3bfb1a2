package paxoscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import paxoscope.director.FreeMoves;
import paxoscope.narration.Words;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.trace.HeldItem;
import paxoscope.ui.control.EnvelopeHand;
import paxoscope.ui.control.RingPane;
import paxoscope.ui.model.FreePlay;
import paxoscope.ui.words.UiText;

/** Moves the envelopes on the stage for whoever is the network. */
final class NetworkHand implements EnvelopeHand {

  private final RingPane ring;
  private final FreePlay free;

  /**
   * A hand for a stage.
   *
   * @param ring where the envelopes are
   * @param free takes the steps
   */
  NetworkHand(RingPane ring, FreePlay free) {
    this.ring = ring;
    this.free = free;
  }

  @Override
  public boolean isFree() {
    return free.isTouchable();
  }

  @Override
  public void use(HeldItem item, Act act) {
    if (!isFree()) {
      return;
    }
    switch (act) {
      case DELIVER -> free.ask(List.of(FreeMoves.deliver(item)));
      case DROP -> {
        if (FreeMoves.canDrop(item)) {
          free.ask(List.of(FreeMoves.drop(item)));
        }
      }
      case DUPLICATE -> {
        if (FreeMoves.canDuplicate(item)) {
          free.ask(List.of(FreeMoves.duplicate(item)));
        }
      }
    }
  }

  @Override
  public ContextMenu menu(List<HeldItem> items) {
    ContextMenu menu = new ContextMenu();
    if (items.size() == 1) {
      HeldItem item = items.getFirst();
      menu.getItems().setAll(acts(item));
      if (!item.orphaned()) {
        // Kept copies go one by one: beside them, "all" would seem to mean them too.
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(together(item));
      }
    } else {
      for (HeldItem item : items) {
        Menu one = new Menu(named(item));
        one.getItems().setAll(acts(item));
        menu.getItems().add(one);
      }
    }
    return menu;
  }

  private static String named(HeldItem item) {
    Outbound content = item.content();
    return content.leg() == Leg.TIMER
        ? UiText.of("envelope.retry", content.number())
        : Words.arrow(content) + " → " + content.to();
  }

  private List<MenuItem> acts(HeldItem item) {
    List<MenuItem> acts = new ArrayList<>();
    String deliver =
        item.content().leg() == Leg.TIMER
            ? "free.fire"
            : item.orphaned() ? "free.deliver-kept" : "free.deliver";
    acts.add(item(UiText.of(deliver), "deliver", () -> use(item, Act.DELIVER)));
    if (FreeMoves.canDrop(item)) {
      acts.add(item(UiText.of("free.drop"), "drop", () -> use(item, Act.DROP)));
    }
    if (FreeMoves.canDuplicate(item)) {
      acts.add(item(UiText.of("free.duplicate"), "duplicate", () -> use(item, Act.DUPLICATE)));
    }
    return acts;
  }

  private List<MenuItem> together(HeldItem item) {
    Outbound content = item.content();
    return List.of(
        item(
            UiText.of("free.all-to", content.to()),
            "all-to",
            () -> all(FreeMoves.to(content.to()))),
        item(
            UiText.of("free.all-of", content.number()),
            "all-of",
            () -> all(FreeMoves.of(content.number()))),
        item(UiText.of("free.deliver-all"), "all", () -> all(_ -> true)));
  }

  private void all(Predicate<HeldItem> wanted) {
    free.ask(FreeMoves.deliverAll(free.now(), wanted));
  }

  static MenuItem item(String text, String id, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("free-" + id);
    // The name of a file or a value may have an underscore, which is no mnemonic.
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  @Override
  public void lift(HeldItem item) {
    ring.card(item.content().to().number() - 1).touch(true);
  }

  @Override
  public void letGo(HeldItem item, double sceneX, double sceneY) {
    int receiver = item.content().to().number() - 1;
    ring.card(receiver).touch(false);
    if (ring.card(receiver).contains(ring.card(receiver).sceneToLocal(sceneX, sceneY))) {
      use(item, Act.DELIVER);
    }
  }
}
