package paxoscope.ui.hints;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Goes through the hints, once in the life of a user's settings and again when asked to. */
final class HintTour {

  private final BooleanProperty seen;
  private final ReadOnlyObjectWrapper<Optional<Hint>> hint =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * A tour that has not begun.
   *
   * @param seen whether the user has seen it before; set when it begins
   */
  HintTour(BooleanProperty seen) {
    this.seen = seen;
  }

  /** Begins if the user has never seen it. */
  void beginOnce() {
    if (!seen.get()) {
      begin();
    }
  }

  /** Begins with the first hint. */
  void begin() {
    seen.set(true);
    hint.set(Optional.of(Hint.SCENARIO));
  }

  /** Goes on; after the last hint the tour is over. */
  void next() {
    go(1);
  }

  /** Goes back; before the first hint there is nothing. */
  void back() {
    if (hint.get().filter(now -> now == Hint.SCENARIO).isEmpty()) {
      go(-1);
    }
  }

  private void go(int steps) {
    hint.set(
        hint.get()
            .map(now -> now.ordinal() + steps)
            .filter(index -> index < Hint.values().length)
            .map(index -> Hint.values()[index]));
  }

  /** The user has begun a scenario: the hint that says so has done its work. */
  void scenarioBegun() {
    if (hint.get().filter(now -> now == Hint.SCENARIO).isPresent()) {
      next();
    }
  }

  /** Ends the tour. */
  void close() {
    hint.set(Optional.empty());
  }

  /** The hint that is shown; empty for none. */
  ReadOnlyObjectProperty<Optional<Hint>> hintProperty() {
    return hint.getReadOnlyProperty();
  }
}
