package paxoscope.ui.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;

/** The typeface of drawings on the screen, and how wide its texts are. */
public final class Fonts implements TextWidths {

  private static final double MEASURED_AT = 100;
  private static final int MOST_KEPT = 20_000;

  private record Measured(String text, Type.Weight weight) {}

  private final Map<Measured, Double> widths = new ConcurrentHashMap<>();

  @Override
  public double of(String text, Type type) {
    if (widths.size() > MOST_KEPT) {
      widths.clear();
    }
    return widths.computeIfAbsent(new Measured(text, type.weight()), Fonts::measure)
        * type.size()
        / MEASURED_AT;
  }

  private static double measure(Measured what) {
    Text text = new Text(what.text());
    text.setFont(font(new Type(MEASURED_AT, what.weight())));
    return text.getLayoutBounds().getWidth();
  }

  static Font font(Type type) {
    return switch (type.weight()) {
      case REGULAR -> Font.font("Inter", type.size());
      case MEDIUM -> Font.font("Inter Medium", type.size());
      case SEMI_BOLD -> Font.font("Inter Semi Bold", type.size());
      case BOLD -> Font.font("Inter", FontWeight.BOLD, type.size());
    };
  }
}
