package paxoscope.ui.model;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paxoscope.command.CommandOutput;

/** The lines that commands and clients' answers have brought, oldest first. */
public final class ClientLog {

  private static final int LONGEST = 400;

  /**
   * One line.
   *
   * @param tone its kind
   * @param text the line
   */
  public record Line(CommandOutput.Tone tone, String text) {}

  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  /**
   * Adds a line.
   *
   * @param tone its kind
   * @param text the line
   */
  public void add(CommandOutput.Tone tone, String text) {
    if (lines.size() >= LONGEST) {
      lines.removeFirst();
    }
    lines.add(new Line(tone, text));
  }

  /**
   * The lines.
   *
   * @return the list; changes with every line
   */
  public ObservableList<Line> lines() {
    return lines;
  }
}
