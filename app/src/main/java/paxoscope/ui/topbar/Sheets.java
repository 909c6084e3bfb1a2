package paxoscope.ui.topbar;

/**
 * What the menu can lay over the window.
 *
 * @param scenarios offers those that have no button
 * @param parameters asks for all parameters of a scenario
 * @param editor shows the text of a scenario
 * @param export asks what to make a handout of
 * @param help shows the list of keys
 * @param hints shows the hints of a first start
 */
public record Sheets(
    Runnable scenarios,
    Runnable parameters,
    Runnable editor,
    Runnable export,
    Runnable help,
    Runnable hints) {

  /** Shows the sheet of a menu item. */
  void show(String item) {
    (item.equals("more-editor") ? editor : parameters).run();
  }
}
