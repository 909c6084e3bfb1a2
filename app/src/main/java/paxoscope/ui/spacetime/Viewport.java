package paxoscope.ui.spacetime;

/**
 * Which steps of a run are in sight. As long as nobody zooms or pans, it is the whole run while
 * that is readable, and then the stretch about the cursor. Lengths are in steps.
 */
final class Viewport {

  private static final double FEWEST = 24;
  private static final double GROWS_BY = 12;
  private static final double CLOSEST = 4;
  private static final double READABLE_EM = 1.3;
  private static final double MARGIN = 0.08;

  private enum Mode {
    /** Follows the cursor at a readable size. */
    FOLLOWING,
    /** All of the run, however much it is. */
    WHOLE,
    /** Wherever somebody has put it. */
    FREE
  }

  private Mode mode = Mode.FOLLOWING;
  private double first;
  private double last = FEWEST;
  private int size;
  private int cursor;
  private double room = FEWEST;

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  /** Begins anew, for another run. */
  void reset() {
    mode = Mode.FOLLOWING;
    first = 0;
    last = FEWEST;
    size = 0;
    cursor = 0;
  }

  /**
   * Takes in where the run stands.
   *
   * @param steps how many are recorded
   * @param moment the cursor
   * @param ems the width of the lanes in sizes of the text
   * @param playing whether steps follow by themselves: then it stays where somebody looks around
   */
  void update(int steps, int moment, double ems, boolean playing) {
    boolean inSight = shows(cursor);
    boolean moved = moment != cursor;
    size = steps;
    cursor = moment;
    room = Math.max(FEWEST, Math.floor(ems / READABLE_EM));
    switch (mode) {
      case WHOLE -> showWhole();
      case FOLLOWING -> {
        if (whole() <= room) {
          showWhole();
        } else {
          set(first, first + room);
          reveal();
        }
      }
      case FREE -> {
        if (moved && (inSight || !playing)) {
          reveal();
        }
      }
    }
  }

  private boolean shows(double step) {
    return step >= first && step + 1 <= last;
  }

  // In pieces, so that not every new step moves everything.
  private double whole() {
    return Math.max(FEWEST, Math.ceil((size + 1) / GROWS_BY) * GROWS_BY);
  }

  private void showWhole() {
    first = 0;
    last = whole();
  }

  private void reveal() {
    double length = last - first;
    double margin = MARGIN * length;
    if (cursor + 1 + margin > last) {
      set(cursor + 1 + margin - length, cursor + 1 + margin);
    } else if (cursor - margin < first) {
      set(cursor - margin, cursor - margin + length);
    }
  }

  private void set(double from, double to) {
    double length = Math.clamp(to - from, CLOSEST, Math.max(FEWEST, 1.1 * whole()));
    double most = Math.max(0, Math.max(whole(), size + 1 + MARGIN * length) - length);
    first = Math.clamp(from, 0, most);
    last = first + length;
  }

  /**
   * Looks closer, or from farther away.
   *
   * @param factor how many times as many steps are in sight
   * @param about the step that stays where it is
   */
  void zoom(double factor, double about) {
    mode = Mode.FREE;
    double length = Math.clamp((last - first) * factor, CLOSEST, Math.max(FEWEST, 1.1 * whole()));
    double share = (about - first) / (last - first);
    set(about - share * length, about + (1 - share) * length);
  }

  /** Looks closer or from farther away, about the cursor if it is in sight. */
  void zoom(double factor) {
    zoom(factor, shows(cursor) ? cursor + 0.5 : (first + last) / 2);
  }

  /**
   * Looks at earlier or later steps.
   *
   * @param steps how far; negative for earlier ones
   */
  void pan(double steps) {
    mode = Mode.FREE;
    set(first + steps, last + steps);
  }

  /** Looks at a part of what is in sight later or earlier. */
  void panByShare(double share) {
    pan(share * (last - first));
  }

  /**
   * Shows the whole run. If that is so already, and too much to read, goes back to the cursor at a
   * readable size.
   */
  void fit() {
    if (mode == Mode.WHOLE && whole() > room) {
      mode = Mode.FOLLOWING;
      set(first, first + room);
      reveal();
    } else {
      mode = whole() <= room ? Mode.FOLLOWING : Mode.WHOLE;
      showWhole();
    }
  }
}
