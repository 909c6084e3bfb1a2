package paxoscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import paxoscope.picture.Palette;

/** What the exports need of the program's own files. */
final class ProgramFiles {

  private ProgramFiles() {}

  /** The colours of a theme. */
  static Palette palette(boolean dark) {
    return Palette.parse(text("/resources/themes/" + (dark ? "dark" : "light") + ".css"));
  }

  static String text(String file) {
    try (InputStream in = ProgramFiles.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("The program's file " + file + " is damaged.", unreadable);
    }
  }
}
