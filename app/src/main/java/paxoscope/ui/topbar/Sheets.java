package paxoscope.ui.topbar;

/**
 * What the menu can lay over the window.
 *
 * @param export asks what to make a handout of
 * @param help shows the list of keys
 * @param hints shows the hints of a first start
 */
public record Sheets(Runnable export, Runnable help, Runnable hints) {}
