package paxoscope.scenario;

/**
 * Something that is wrong in a scenario.
 *
 * @param place where it stands
 * @param text what is wrong and what to write instead, in one line
 */
public record Mistake(Place place, String text) {

  @Override
  public String toString() {
    return place + ": " + text;
  }
}
