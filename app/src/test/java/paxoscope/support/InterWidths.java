package paxoscope.support;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;

/** The widths of texts in the program's typeface, measured without a window. */
public final class InterWidths implements TextWidths {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private static final float MEASURED_AT = 100;

  private final Map<Type.Weight, Font> fonts = new EnumMap<>(Type.Weight.class);
  private final Map<Measured, Double> known = new HashMap<>();

  private record Measured(String text, Type.Weight weight) {}

  @Override
  public double of(String text, Type type) {
    return known.computeIfAbsent(new Measured(text, type.weight()), this::measure)
        * type.size()
        / MEASURED_AT;
  }

  private double measure(Measured what) {
    return fonts
        .computeIfAbsent(what.weight(), InterWidths::load)
        .getStringBounds(what.text(), EXACT)
        .getWidth();
  }

  private static Font load(Type.Weight weight) {
    String file = "/resources/fonts/inter/Inter-" + weight.fileName() + ".otf";
    try (InputStream font = InterWidths.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(MEASURED_AT);
    } catch (FontFormatException | IOException unreadable) {
      throw new UncheckedIOException(new IOException(file + " cannot be read", unreadable));
    }
  }
}
