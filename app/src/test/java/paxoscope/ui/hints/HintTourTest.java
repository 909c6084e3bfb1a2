package paxoscope.ui.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class HintTourTest {

  private final BooleanProperty seen = new SimpleBooleanProperty();
  private final HintTour tour = new HintTour(seen);

  @Test
  void itIsShownOnceAndAgainOnlyWhenAskedFor() {
    tour.beginOnce();
    assertEquals(Optional.of(Hint.SCENARIO), tour.hintProperty().get());
    assertTrue(seen.get());
    tour.close();
    tour.beginOnce();
    assertEquals(Optional.empty(), tour.hintProperty().get());
    tour.begin();
    assertEquals(Optional.of(Hint.SCENARIO), tour.hintProperty().get());
  }

  @Test
  void itGoesThroughFiveHintsAndThenIsOver() {
    tour.begin();
    List<Hint> shown = new ArrayList<>();
    while (tour.hintProperty().get().isPresent()) {
      shown.add(tour.hintProperty().get().get());
      tour.next();
    }
    assertEquals(List.of(Hint.values()), shown);
    assertEquals(5, shown.size());
  }

  @Test
  void goingBackStopsAtTheFirst() {
    tour.begin();
    tour.next();
    tour.back();
    tour.back();
    assertEquals(Optional.of(Hint.SCENARIO), tour.hintProperty().get());
  }

  @Test
  void aScenarioThatBeginsAnswersTheFirstHintAndNoOther() {
    tour.scenarioBegun();
    assertEquals(Optional.empty(), tour.hintProperty().get());
    tour.begin();
    tour.scenarioBegun();
    assertEquals(Optional.of(Hint.STEP), tour.hintProperty().get());
    tour.scenarioBegun();
    assertEquals(Optional.of(Hint.STEP), tour.hintProperty().get());
  }

  @Test
  void everyHintHasShortWords() {
    for (Hint hint : Hint.values()) {
      assertFalse(hint.title().isBlank(), hint.name());
      assertTrue(hint.text().length() < 100, hint.text());
    }
  }
}
