package paxoscope.ui.experiment;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import paxoscope.diagram.DuelPlot;
import paxoscope.experiment.DuelResults;
import paxoscope.ui.fx.TextSize;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The plot of an experiment, drawn anew as it grows, and when there is more or less room. */
final class ShownPlot {

  private final PictureView view;
  private final ObservableValue<DuelResults> results;
  private final Fonts fonts = new Fonts();

  ShownPlot(PictureView view, ObservableValue<DuelResults> results, ReadOnlyBooleanProperty dark) {
    this.view = view;
    this.results = results;
    view.onResize(this::draw);
    results.addListener((_, _, _) -> draw());
    dark.addListener((_, _, isDark) -> view.setDark(isDark));
    view.setDark(dark.get());
  }

  private void draw() {
    if (view.getWidth() > 0 && view.getHeight() > 0) {
      view.show(
          new DuelPlot(results.getValue(), fonts)
              .draw(view.getWidth(), view.getHeight(), TextSize.of(view)));
    }
  }
}
