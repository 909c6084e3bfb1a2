package paxoscope.ui.stage;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RunHeader;
import paxoscope.ui.control.MilestoneMark;
import paxoscope.ui.control.NodeCard;
import paxoscope.ui.control.RingPane;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.Flight;
import paxoscope.ui.model.MessageWords;
import paxoscope.ui.model.Milestones;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/** The stage: the servers on their ring, what waits, and what flies. */
public final class StageController {

  @FXML private RingPane ring;
  @FXML private Label title;
  @FXML private MilestoneMark accepted;
  @FXML private MilestoneMark chosen;
  @FXML private MilestoneMark known;
  @FXML private MilestoneMark committed;

  private final Playback playback;
  private final ObjectProperty<ServerId> selection;
  private final FlightClock clock;

  /**
   * Joins it with what it shows.
   *
   * @param playback the trace and the cursor
   * @param speed how fast arrows fly
   * @param selection the server that the inspector shows
   */
  public StageController(
      Playback playback, ObservableDoubleValue speed, ObjectProperty<ServerId> selection) {
    this.playback = playback;
    this.selection = selection;
    this.clock = new FlightClock(playback, speed, this::progress);
  }

  @FXML
  private void initialize() {
    playback.momentProperty().addListener((_, _, _) -> showMoment());
    playback.flightProperty().addListener((_, _, flight) -> showFlight(flight));
    selection.addListener((_, _, _) -> showSelection());
    showMoment();
    clock.start();
  }

  private void showMoment() {
    ClusterState state = playback.state();
    RunHeader header = playback.traceProperty().get().header();
    populate(state.membership().size());
    List<CardView> cards =
        CardView.of(playback.traceProperty().get(), playback.cursorProperty().get());
    for (int i = 0; i < cards.size(); i++) {
      ring.card(i).show(cards.get(i), header);
    }
    title.setText(header.title().isEmpty() ? UiText.of("stage.no-scenario") : header.title());
    Milestones marks = Milestones.of(state);
    accepted.show(marks.accepted());
    chosen.show(marks.chosen());
    known.show(marks.known());
    committed.show(marks.committed());
    showHeld(playback.flightProperty().get());
    showSelection();
  }

  private void populate(int count) {
    if (ring.count() == count) {
      return;
    }
    ring.populate(count);
    for (int i = 0; i < count; i++) {
      ServerId server = new ServerId(i + 1);
      NodeCard card = ring.card(i);
      card.setOnMouseClicked(_ -> selection.set(server));
      card.setOnKeyPressed(
          key -> {
            if (key.getCode() == KeyCode.ENTER) {
              selection.set(server);
              key.consume();
            }
          });
    }
  }

  private void showSelection() {
    for (int i = 0; i < ring.count(); i++) {
      ring.card(i).select(new ServerId(i + 1).equals(selection.get()));
    }
  }

  private void showHeld(Flight flight) {
    RunHeader header = playback.traceProperty().get().header();
    List<HeldItem> waiting = Flights.waiting(playback.state(), flight);
    for (int i = 0; i < ring.count(); i++) {
      ServerId server = new ServerId(i + 1);
      ring.stack(i)
          .show(
              waiting.stream().filter(item -> item.content().from().equals(server)).toList(),
              header);
    }
    ring.requestLayout();
  }

  private void showFlight(Flight flight) {
    showHeld(flight);
    RunHeader header = playback.traceProperty().get().header();
    List<Outbound> messages = flight == null ? List.of() : flight.messages();
    for (int i = 0; i < messages.size(); i++) {
      Outbound message = messages.get(i);
      ring.arrow(i)
          .begin(
              ring.path(message.from().number() - 1, message.to().number() - 1),
              MessageWords.of(message),
              Flights.look(message, header),
              Flights.ending(playback.state(), flight, message));
    }
    ring.endArrowsFrom(messages.size());
    for (int i = 0; i < ring.count(); i++) {
      ServerId server = new ServerId(i + 1);
      ring.card(i).touch(flight != null && flight.at().filter(server::equals).isPresent());
    }
  }

  private void progress(double share) {
    Flight flight = playback.flightProperty().get();
    for (int i = 0; i < flight.messages().size(); i++) {
      ring.arrow(i).progress(share);
    }
  }
}
