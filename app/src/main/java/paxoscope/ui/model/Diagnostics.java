package paxoscope.ui.model;

import paxoscope.trace.RunHeader;

/** What a person who asks for help should send along. */
public final class Diagnostics {

  private Diagnostics() {}

  /**
   * Describes the program, the machine and the run in plain text.
   *
   * @param desk what is going on
   * @return several lines; no secret is among them
   */
  public static String of(ControlDesk desk) {
    RunHeader header = desk.playback().traceProperty().get().header();
    StringBuilder text = new StringBuilder("Paxoscope\n");
    line(text, "Java", Runtime.version());
    line(text, "JavaFX", System.getProperty("javafx.runtime.version", "unknown"));
    line(text, "System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    line(
        text,
        "Nodes",
        desk.director().map(director -> director.cluster().addresses().toString()).orElse("none"));
    line(text, "Scenario", header.scenario().isEmpty() ? "none" : header.scenario());
    line(text, "Parameters", header.parameters());
    line(
        text,
        "Step",
        desk.playback().cursorProperty().get() + " of " + desk.playback().sizeProperty().get());
    desk.playback()
        .state()
        .servers()
        .forEach(server -> text.append("  ").append(server).append('\n'));
    desk.commands()
        .log()
        .lines()
        .forEach(said -> text.append("  ").append(said.text()).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object content) {
    text.append(name).append(": ").append(content).append('\n');
  }
}
