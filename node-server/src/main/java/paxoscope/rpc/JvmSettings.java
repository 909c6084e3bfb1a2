package paxoscope.rpc;

import java.io.ObjectInputFilter;
import java.util.Map;

/**
 * The JVM-wide settings that this package relies on. The JDK reads them once, when its HTTP classes
 * are first used: every class of this package that uses them calls {@link #apply()} before. What a
 * start script has set already stays.
 */
final class JvmSettings {

  /** How long a request may take to arrive whole, headers and body, in seconds. */
  static final int REQUEST_SECONDS = 5;

  /**
   * How long a connection may be idle, in seconds. A client gives up an idle connection earlier
   * than the server, so that it never sends a call into a connection that is being closed.
   */
  private static final int SERVER_IDLE_SECONDS = 60;

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay",
          "true",
          "sun.net.httpserver.maxReqTime",
          Integer.toString(REQUEST_SECONDS),
          "sun.net.httpserver.timerMillis",
          "500",
          "sun.net.httpserver.idleInterval",
          Integer.toString(SERVER_IDLE_SECONDS),
          "sun.net.httpserver.maxReqHeaders",
          "64",
          "sun.net.httpserver.maxReqHeaderSize",
          Integer.toString(16 * 1024),
          "jdk.httpserver.maxConnections",
          "512");

  static {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
    // A backstop: nothing here reads serialized objects, and so nothing else in the process shall.
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
    }
  }

  private JvmSettings() {}

  /** Makes sure that the settings are in place. */
  static void apply() {
    // The work is done when this class is initialised: once, whoever comes first.
  }
}
