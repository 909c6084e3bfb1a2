package paxoscope.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;

/** The typeface that comes with the program, for pictures that are made without a window. */
public final class InterFonts implements TextWidths {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Map<Type.Weight, Font> fonts = new EnumMap<>(Type.Weight.class);

  /** Reads the typeface. */
  public InterFonts() {
    for (Type.Weight weight : Type.Weight.values()) {
      fonts.put(weight, load(weight));
    }
  }

  private static Font load(Type.Weight weight) {
    String file = "/resources/fonts/inter/Inter-" + weight.fileName() + ".otf";
    try (InputStream font = InterFonts.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, font);
    } catch (IOException | FontFormatException damaged) {
      throw new IllegalStateException("The program's file " + file + " is damaged.", damaged);
    }
  }

  Font font(Type type) {
    return fonts.get(type.weight()).deriveFont((float) type.size());
  }

  @Override
  public double of(String text, Type type) {
    return font(type).getStringBounds(text, EXACT).getWidth();
  }
}
