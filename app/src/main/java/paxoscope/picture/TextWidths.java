package paxoscope.picture;

/** Measures text, so that labels can be laid out before anything is drawn. */
@FunctionalInterface
public interface TextWidths {

  /**
   * The width of a line of text.
   *
   * @param text the text, in one line
   * @param type how it is set
   * @return its width, in the picture's units
   */
  double of(String text, Type type);
}
