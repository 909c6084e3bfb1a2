package paxoscope.ui.model;

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
        if (!isSelected(message.name())) {
          selectedIn = trace.get();
          passage.set(find(message.name()));
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

  // A number tells a passage of one run only.
  private boolean isSelected(ItemName name) {
    return trace.get() == selectedIn
        && passage.get() != null
        && trace.get().passage(passage.get()).name().equals(name);
  }

  private Integer find(ItemName name) {
    return trace.get().passageNamed(name).map(Passage::serial).orElse(null);
  }
}
