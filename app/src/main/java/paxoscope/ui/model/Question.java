package paxoscope.ui.model;

/**
 * Something to be asked before it is done.
 *
 * @param text the question
 * @param yes the word on the button that does it
 * @param action what to do then
 */
public record Question(String text, String yes, Runnable action) {}
