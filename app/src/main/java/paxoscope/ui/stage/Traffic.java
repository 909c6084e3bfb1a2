package paxoscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import paxoscope.narration.Words;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;
import paxoscope.trace.Passage;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Waiting;
import paxoscope.ui.control.EnvelopeHand;
import paxoscope.ui.control.FlyingMessage;
import paxoscope.ui.control.RingPane;
import paxoscope.ui.model.Flight;
import paxoscope.ui.model.MessageLookup;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.Selection;

/** The messages on the stage: those that wait beside a server, and those that fly. */
final class Traffic {

  private final RingPane ring;
  private final EnvelopeHand hand;
  private final Playback playback;
  private final ObjectProperty<Selection> selection;
  private List<Optional<ItemName>> flying = List.of();

  /**
   * Joins it with what it shows.
   *
   * @param ring where it is shown
   * @param playback the trace and the cursor
   * @param selection what is looked at
   * @param hand moves the envelopes
   */
  Traffic(
      RingPane ring, Playback playback, ObjectProperty<Selection> selection, EnvelopeHand hand) {
    this.hand = hand;
    this.ring = ring;
    this.playback = playback;
    this.selection = selection;
    playback.underWayProperty().addListener((_, _, _) -> showHeld(playback.flightProperty().get()));
  }

  /** Listens to the envelopes of a server that has come to the ring. */
  void listen(int index) {
    ring.stack(index).listen(item -> selection.set(selectionOf(item)), hand);
  }

  // A wait is no message: it belongs to its server.
  private static Selection selectionOf(HeldItem item) {
    return item.content().leg() == Leg.TIMER
        ? new Selection.Server(item.owner())
        : new Selection.Message(item.name());
  }

  /** Shows what waits while something flies, or while nothing does. */
  void showHeld(Flight flight) {
    RunHeader header = playback.traceProperty().get().header();
    boolean over =
        !playback.underWayProperty().get()
            && playback.cursorProperty().get() == playback.sizeProperty().get();
    List<HeldItem> waiting = Flights.waiting(Waiting.at(playback.state(), header, over), flight);
    for (int i = 0; i < ring.count(); i++) {
      ServerId server = new ServerId(i + 1);
      ring.stack(i)
          .show(
              waiting.stream().filter(item -> item.content().from().equals(server)).toList(),
              header);
    }
    ring.requestLayout();
    showSelection();
  }

  /** Sends arrows on their way, or takes them away. */
  void showFlight(Flight flight) {
    RunHeader header = playback.traceProperty().get().header();
    List<Outbound> messages = flight == null ? List.of() : flight.messages();
    List<Optional<ItemName>> names = new ArrayList<>();
    MessageLookup lookup = new MessageLookup(playback.traceProperty().get());
    for (int i = 0; i < messages.size(); i++) {
      Outbound message = messages.get(i);
      Optional<ItemName> name = lookup.flying(message, flight).map(Passage::name);
      FlyingMessage arrow = ring.arrow(i);
      arrow.begin(
          ring.path(message.from().number() - 1, message.to().number() - 1),
          Words.arrow(message),
          Flights.look(message, header),
          Flights.ending(playback.state(), flight, message));
      arrow.setOnMouseClicked(
          _ -> name.ifPresent(known -> selection.set(new Selection.Message(known))));
      names.add(name);
    }
    ring.endArrowsFrom(messages.size());
    flying = names;
    showHeld(flight);
  }

  /** Moves the arrows. */
  void progress(double share) {
    for (int i = 0; i < flying.size(); i++) {
      ring.arrow(i).progress(share);
    }
  }

  /** Marks the message that is looked at, wherever it is. */
  void showSelection() {
    Selection now = selection.get();
    for (int i = 0; i < ring.count(); i++) {
      ring.stack(i).select(item -> selectionOf(item).equals(now) && now.isMessage(item.name()));
    }
    for (int i = 0; i < flying.size(); i++) {
      ring.arrow(i).select(flying.get(i).map(now::isMessage).orElse(false));
    }
  }
}
