package paxoscope.ui.model;

/** How fast a run is shown. Time exists only on the screen: no order depends on it. */
public final class Pace {

  /** The slowest speed. */
  public static final double SLOWEST = 0.1;

  /** The fastest speed. */
  public static final double FASTEST = 10;

  private static final double FLIGHT_MILLIS = 1000;
  private static final double STILL_MILLIS = 420;
  private static final double REST_MILLIS = 380;
  private static final int SMALL_BACKLOG = 2;

  private Pace() {}

  /**
   * How long a flight takes at a speed.
   *
   * @param flight the flight
   * @param speed {@value #SLOWEST} to {@value #FASTEST}, 1 for the usual pace
   * @param behind how many recorded steps follow that are still to be shown at the live end
   * @return milliseconds
   */
  public static double flightMillis(Flight flight, double speed, int behind) {
    double usual = flight.messages().isEmpty() ? STILL_MILLIS : FLIGHT_MILLIS;
    return usual / speed / hurry(behind);
  }

  /**
   * How long a step is left standing before the next begins by itself.
   *
   * @param speed the speed
   * @param behind how many recorded steps are still to be shown at the live end
   * @return milliseconds
   */
  public static double restMillis(double speed, int behind) {
    return REST_MILLIS / speed / hurry(behind);
  }

  // Whoever is far behind the nodes catches up in a few seconds, however much there is.
  private static double hurry(int behind) {
    return behind <= SMALL_BACKLOG ? 1 : behind;
  }

  /**
   * Keeps a speed in its range.
   *
   * @param speed any number
   * @return the nearest speed
   */
  public static double within(double speed) {
    return Math.clamp(speed, SLOWEST, FASTEST);
  }
}
