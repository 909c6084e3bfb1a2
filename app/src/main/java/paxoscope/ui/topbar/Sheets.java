package paxoscope.ui.topbar;

/**
 * What the menu can lay over the window.
 *
 * @param scenarios offers those that have no button
 * @param export asks what to make a handout of
 * @param help shows the list of keys
 * @param hints shows the hints of a first start
 */
public record Sheets(Runnable scenarios, Runnable export, Runnable help, Runnable hints) {}
