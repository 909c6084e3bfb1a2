package paxoscope.ui.topbar;

/**
 * What the menu begins, and what it can lay over the window.
 *
 * @param free lets whoever sits here be the network
 * @param scenarios offers those that have no button
 * @param parameters asks for all parameters of a scenario
 * @param editor shows the text of a scenario
 * @param experiment shows how long duels take
 * @param export asks what to make a handout of
 * @param help shows the list of keys
 * @param hints shows the hints of a first start
 */
public record Sheets(
    Runnable free,
    Runnable scenarios,
    Runnable parameters,
    Runnable editor,
    Runnable experiment,
    Runnable export,
    Runnable help,
    Runnable hints) {

  /** Shows the sheet of a menu item. */
  void show(String item) {
    Runnable sheet =
        switch (item) {
          case "be-free" -> free;
          case "more-scenarios" -> scenarios;
          case "more-parameters" -> parameters;
          case "more-editor" -> editor;
          case "more-experiment" -> experiment;
          case "export-run" -> export;
          case "show-hints" -> hints;
          case "show-help" -> help;
          default -> throw new IllegalArgumentException(item);
        };
    sheet.run();
  }
}
