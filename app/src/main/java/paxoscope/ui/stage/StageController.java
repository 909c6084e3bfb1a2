package paxoscope.ui.stage;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.control.MenuPlace;
import paxoscope.ui.control.MilestoneMark;
import paxoscope.ui.control.NodeCard;
import paxoscope.ui.control.RingPane;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.Flight;
import paxoscope.ui.model.Milestones;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.QuorumLens;
import paxoscope.ui.model.Selection;
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
  private final ObjectProperty<Selection> selection;
  private final QuorumLens lens;
  private final ServerMenu menu;
  private final BooleanBinding touchable;
  private final FlightClock clock;
  private Traffic traffic;

  /**
   * Joins it with what it shows.
   *
   * @param playback the trace and the cursor
   * @param speed how fast arrows fly
   * @param selection what is looked at
   * @param lens outlines majorities
   * @param menu what whoever is the network can do to a server
   */
  public StageController(
      Playback playback,
      ObservableDoubleValue speed,
      ObjectProperty<Selection> selection,
      QuorumLens lens,
      ServerMenu menu) {
    this.menu = menu;
    this.touchable = menu.free().touchable();
    this.lens = lens;
    this.playback = playback;
    this.selection = selection;
    this.clock = new FlightClock(playback, speed, share -> traffic.progress(share));
  }

  @FXML
  private void initialize() {
    traffic = new Traffic(ring, playback, selection, new NetworkHand(ring, menu.free()));
    touchable.addListener((_, _, _) -> traffic.showHeld(playback.flightProperty().get()));
    playback.momentProperty().addListener((_, _, _) -> showMoment());
    playback.flightProperty().addListener((_, _, flight) -> showFlight(flight));
    selection.addListener((_, _, _) -> showSelection());
    lens.seenProperty().addListener((_, _, _) -> showLens());
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
    ring.showCuts(state.cuts());
    title.setText(header.title().isEmpty() ? UiText.of("stage.no-scenario") : header.title());
    Milestones marks = Milestones.of(state);
    accepted.show(marks.accepted());
    chosen.show(marks.chosen());
    known.show(marks.known());
    committed.show(marks.committed());
    traffic.showHeld(playback.flightProperty().get());
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
      traffic.listen(i);
      card.offer(touchable, at -> MenuPlace.below(menu.of(server), at, ring));
      card.setOnMouseClicked(_ -> selection.set(new Selection.Server(server)));
      card.setOnKeyPressed(
          key -> {
            if (key.getCode() == KeyCode.ENTER) {
              selection.set(new Selection.Server(server));
              key.consume();
            }
          });
    }
  }

  private void showSelection() {
    for (int i = 0; i < ring.count(); i++) {
      ring.card(i).select(selection.get().isServer(new ServerId(i + 1)));
    }
    traffic.showSelection();
  }

  private void showLens() {
    RunHeader header = playback.traceProperty().get().header();
    for (int i = 0; i < ring.count(); i++) {
      ServerId server = new ServerId(i + 1);
      ring.card(i)
          .outline(
              lens.seenProperty().get().stream()
                  .flatMap(quorums -> quorums.of(server).stream())
                  .map(quorum -> Role.of(quorum.number(), header))
                  .toList());
    }
  }

  private void showFlight(Flight flight) {
    traffic.showFlight(flight);
    for (int i = 0; i < ring.count(); i++) {
      ServerId server = new ServerId(i + 1);
      ring.card(i).touch(flight != null && flight.at().filter(server::equals).isPresent());
    }
  }
}
