package paxoscope.ui.topbar;

/**
 * What the menu begins, and what it can lay over the window.
 *
 * @param free lets whoever sits here be the network
 * @param scenarios offers those that have no button
 * @param export asks what to make a handout of
 * @param help shows the list of keys
 * @param hints shows the hints of a first start
 */
public record Sheets(
    Runnable free, Runnable scenarios, Runnable export, Runnable help, Runnable hints) {}
