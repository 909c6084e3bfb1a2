package paxoscope.ui.model;

/**
 * Something that the banner says.
 *
 * @param text what is wrong and what to do; empty for nothing
 * @param wrong whether it is trouble, not mere news
 */
public record Notice(String text, boolean wrong) {

  /** No banner. */
  public static final Notice NONE = new Notice("", false);
}
