package paxoscope.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading the text of a scenario.
 *
 * @param scenario the scenario; empty if the text has mistakes
 * @param mistakes all that is wrong, from the top of the text to its end
 * @param places where its steps, reference boxes, the defaults of its parameters and the names of
 *     servers stand
 */
public record ReadScenario(Optional<Scenario> scenario, List<Mistake> mistakes, Places places) {

  /** Keeps an own copy. */
  public ReadScenario {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * A server that is named by its number, such as S3.
   *
   * @param number the number; there need not be such a server
   * @param place where it is named
   */
  public record ServerName(int number, Place place) {}

  /** Where the parts of a scenario stand. Equal parts at two places are two parts. */
  public static final class Places {

    private final Map<Object, Place> places = new IdentityHashMap<>();
    private final List<ServerName> servers = new ArrayList<>();

    Places() {}

    <T> T put(T part, Place place) {
      places.put(part, place);
      return part;
    }

    void putServer(int number, Place place) {
      servers.add(new ServerName(number, place));
    }

    /**
     * The servers that the script and the reference name by their number.
     *
     * @return each time that one is named
     */
    public List<ServerName> servers() {
      return Collections.unmodifiableList(servers);
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
