package paxoscope.scenario;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading the text of a scenario.
 *
 * @param scenario the scenario; empty if the text has mistakes
 * @param mistakes all that is wrong, from the top of the text to its end
 * @param places where its steps, reference boxes and the defaults of its parameters stand
 */
public record ReadScenario(Optional<Scenario> scenario, List<Mistake> mistakes, Places places) {

  /** Keeps an own copy. */
  public ReadScenario {
    mistakes = List.copyOf(mistakes);
  }

  /** Where the parts of a scenario stand. Equal parts at two places are two parts. */
  public static final class Places {

    private final Map<Object, Place> places = new IdentityHashMap<>();

    Places() {}

    <T> T put(T part, Place place) {
      places.put(part, place);
      return part;
    }

    /**
     * The place of a part.
     *
     * @param part a step, a reference box or a parameter of the scenario that was read
     * @return where it stands; the beginning of the text if it is of another
     */
    public Place of(Object part) {
      return places.getOrDefault(part, Place.BEGIN);
    }
  }
}
