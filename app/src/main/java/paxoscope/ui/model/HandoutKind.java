package paxoscope.ui.model;

import java.util.List;
import java.util.Locale;
import paxoscope.export.Handout.Format;
import paxoscope.export.View;

/** What the window can make a handout of. */
public enum HandoutKind {
  /** The servers on a ring, at the moment that is shown. */
  STAGE(View.STAGE, Format.SVG, Format.PNG),
  /** Lanes and arrows, with the cursor at that moment. */
  SPACE_TIME(View.SPACE_TIME, Format.SVG, Format.PNG),
  /** The box diagram at that moment. */
  SLIDE(View.SLIDE, Format.SVG, Format.PNG),
  /** The stage from moment to moment. */
  FILM(View.STAGE, Format.GIF),
  /** All views from moment to moment, for a browser. */
  REPLAY(View.STAGE, Format.HTML),
  /** The box diagram of the whole run with blanks. */
  WORKSHEET(View.WORKSHEET, Format.SVG, Format.PNG),
  /** The answers to the worksheet. */
  KEY(View.KEY, Format.SVG, Format.PNG),
  /** The box diagram at the moment that is shown, for LaTeX. */
  TIKZ(View.SLIDE, Format.TEX),
  /** The whole run for ShiViz. */
  SHIVIZ(View.SPACE_TIME, Format.SHIVIZ);

  private final View view;
  private final List<Format> formats;

  HandoutKind(View view, Format... formats) {
    this.view = view;
    this.formats = List.of(formats);
  }

  /**
   * The picture of a view.
   *
   * @param shown a view of the window
   * @return its kind
   */
  public static HandoutKind of(ViewChoice.View shown) {
    return valueOf(shown.name());
  }

  View view() {
    return view;
  }

  /**
   * As what it can be written.
   *
   * @return the formats, the usual one first
   */
  public List<Format> formats() {
    return formats;
  }

  /**
   * Its name in ids and names of files.
   *
   * @return for example {@code space-time}
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isOfAMoment() {
    return switch (this) {
      case STAGE, SPACE_TIME, SLIDE, TIKZ -> true;
      case FILM, REPLAY, WORKSHEET, KEY, SHIVIZ -> false;
    };
  }

  boolean isOfAStretch() {
    return this == FILM || this == REPLAY;
  }
}
