package paxoscope.ui.model;

import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import paxoscope.protocol.Leg;
import paxoscope.trace.ItemName;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/**
 * Keeps what is selected in the diagrams, where a message is a passage, and in the rest of the
 * window, where it has a name, the same. To be used on the window's thread only.
 */
public final class SelectionJoin {

  private final ObjectProperty<Selection> everywhere;
  private final ObjectProperty<Integer> passage;
  private final Supplier<Trace> trace;
  private Trace selectedIn;

  /**
   * Joins two selections from now on.
   *
   * @param everywhere what the window's parts select
   * @param diagrams what the diagrams select
   * @param trace the run that is shown
   */
  public SelectionJoin(
      ObjectProperty<Selection> everywhere, PassageSelection diagrams, Supplier<Trace> trace) {
    this.everywhere = everywhere;
    this.passage = diagrams.selectedProperty();
    this.trace = trace;
    everywhere.addListener((_, _, selection) -> showInDiagrams(selection));
    passage.addListener((_, _, serial) -> showEverywhere(serial));
  }

  private void showInDiagrams(Selection selection) {
    switch (selection) {
      case Selection.Server _ -> passage.set(null);
      case Selection.Message message -> {
        // A copy has the name of its original: what is selected already stays so.
        if (passage.get() == null || !nameOf(passage.get()).equals(message.name())) {
          selectedIn = trace.get();
          OptionalInt found = find(message.name());
          passage.set(found.isPresent() ? found.getAsInt() : null);
        }
      }
    }
  }

  private void showEverywhere(Integer serial) {
    if (serial != null) {
      selectedIn = trace.get();
      Passage chosen = trace.get().passage(serial);
      if (chosen.content().leg() != Leg.TIMER) {
        everywhere.set(new Selection.Message(chosen.name()));
      }
    } else if (trace.get() == selectedIn && everywhere.get() instanceof Selection.Message message) {
      // Where another run is shown the diagrams begin anew, and the window judges what stays.
      everywhere.set(new Selection.Server(message.name().from()));
    }
  }

  private ItemName nameOf(int serial) {
    return trace.get().passage(serial).name();
  }

  private OptionalInt find(ItemName name) {
    Trace run = trace.get();
    for (int serial = run.passageCount(run.size()); serial >= 1; serial--) {
      if (nameOf(serial).equals(name)) {
        return OptionalInt.of(serial);
      }
    }
    return OptionalInt.empty();
  }
}
