package paxoscope.benchmark;

import java.util.List;
import java.util.Locale;

/** Where windows are drawn: on the display, or in memory where there is none. */
final class Screen {

  private Screen() {}

  /** Whether windows can be seen. */
  static boolean isThere() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return !system.startsWith("linux") || System.getenv("DISPLAY") != null;
  }

  /** The flags that JavaFX needs on this machine. */
  static List<String> flags() {
    return isThere() ? List.of() : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
  }
}
