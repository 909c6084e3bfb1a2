package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paxoscope.director.PlayedScenarios;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

class SelectionJoinTest {

  private static final Trace RUN = PlayedScenarios.play("B_wins", Map.of());

  private Trace shown = RUN;
  private final ObjectProperty<Selection> everywhere =
      new SimpleObjectProperty<>(new Selection.Server(new ServerId(2)));
  private final PassageSelection diagrams = new PassageSelection();

  @BeforeEach
  void join() {
    new SelectionJoin(everywhere, diagrams, () -> shown);
  }

  @Test
  void aMessageOfADiagramIsSelectedEverywhereAndBack() {
    for (int serial = 1; serial <= RUN.passageCount(RUN.size()); serial++) {
      Passage passage = RUN.passage(serial);
      if (passage.content().leg() == Leg.TIMER) {
        continue;
      }
      diagrams.selectedProperty().set(serial);
      assertEquals(new Selection.Message(passage.name()), everywhere.get());
      assertEquals(serial, diagrams.selectedProperty().get());
      everywhere.set(new Selection.Server(new ServerId(1)));
      assertNull(diagrams.selectedProperty().get());
      everywhere.set(new Selection.Message(passage.name()));
      assertEquals(serial, diagrams.selectedProperty().get());
    }
  }

  @Test
  void whatIsSelectedNoMoreInADiagramLeavesItsSender() {
    diagrams.selectedProperty().set(1);
    ServerId sender = RUN.passage(1).content().from();
    diagrams.selectedProperty().set(null);
    assertEquals(new Selection.Server(sender), everywhere.get());
  }

  @Test
  void diagramsThatBeginAnewForAnotherRunDecideNothing() {
    diagrams.selectedProperty().set(1);
    Selection before = everywhere.get();
    shown = PlayedScenarios.play("set_value", Map.of());
    diagrams.selectedProperty().set(null);
    assertEquals(before, everywhere.get());
  }

  @Test
  void whatTheDiagramsStillShowOfALongerRunIsNotLookedUpInAShorterOne() {
    diagrams.selectedProperty().set(RUN.passageCount(RUN.size()));
    shown = PlayedScenarios.play("set_value", Map.of());
    everywhere.set(new Selection.Message(shown.passage(1).name()));
    assertEquals(1, diagrams.selectedProperty().get());
  }
}
