package paxoscope.ui.editor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.SlideDiagram;
import paxoscope.trial.Tried;
import paxoscope.ui.fx.TextSize;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The box diagram of a text, as it came of the protocol alone. */
final class Preview {

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  private final PictureView view;
  private final Fonts fonts = new Fonts();
  private Optional<CallBoxes> boxes = Optional.empty();

  Preview(PictureView view, ReadOnlyBooleanProperty dark) {
    this.view = view;
    view.onResize(this::renew);
    dark.addListener((_, _, isDark) -> view.setDark(isDark));
    view.setDark(dark.get());
  }

  /** A text that cannot be read leaves what was there, but paler. */
  void show(Tried tried) {
    view.pseudoClassStateChanged(OLD, tried.trace().isEmpty());
    tried.trace().ifPresent(trace -> boxes = Optional.of(new CallBoxes(trace)));
    renew();
  }

  void renew() {
    if (boxes.isPresent() && view.getWidth() > 0 && view.getHeight() > 0) {
      view.show(
          SlideDiagram.ofTrial(boxes.get(), fonts)
              .draw(
                  boxes.get().trace().size(),
                  view.getWidth(),
                  view.getHeight(),
                  TextSize.of(view)));
    }
  }
}
