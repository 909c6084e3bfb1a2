package paxoscope.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Cast;
import paxoscope.scenario.Mistake;
import paxoscope.scenario.Place;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.ReferenceBox;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.Trace;

/** Finds the boxes of a reference that do not come, and those that come without being there. */
final class MissedBoxes {

  private final ReadScenario.Places places;
  private final Cast cast;

  MissedBoxes(ReadScenario.Places places, Cast cast) {
    this.places = places;
    this.cast = cast;
  }

  List<Mistake> find(Scenario scenario, Trace trace) {
    List<ReferenceBox> expected =
        scenario.reference().stream().filter(box -> cast.holds(box.condition())).toList();
    Set<String> columns = expected.stream().map(ReferenceBox::column).collect(Collectors.toSet());
    // A scenario may go on after its slide.
    List<Box> left =
        new ArrayList<>(
            BoxDiagram.of(trace.steps()).boxes().stream()
                .filter(box -> columns.contains(box.column()))
                .toList());
    Map<ReferenceBox, Box> missing = new LinkedHashMap<>();
    for (ReferenceBox box : expected) {
      Box wanted = cast.box(box);
      if (!left.remove(wanted)) {
        missing.put(box, wanted);
      }
    }
    List<Mistake> mistakes = new ArrayList<>();
    missing.forEach((box, wanted) -> mistakes.add(missed(box, wanted, left)));
    left.forEach(box -> mistakes.add(unexpected(box, expected)));
    return mistakes;
  }

  private Mistake missed(ReferenceBox box, Box wanted, List<Box> left) {
    Optional<Box> instead =
        left.stream()
            .filter(
                other ->
                    other.column().equals(wanted.column())
                        && other.server().equals(wanted.server()))
            .findFirst();
    instead.ifPresent(left::remove);
    String text =
        instead
            .map(
                other ->
                    "'%s' does not come in %s at %s, but '%s'; write that, or mend the script."
                        .formatted(words(wanted), wanted.column(), who(box.server()), words(other)))
            .orElseGet(
                () ->
                    "'%s' does not come in %s at %s, where nothing else comes; take it out, or mend the script."
                        .formatted(words(wanted), wanted.column(), who(box.server())));
    return new Mistake(places.of(box), text);
  }

  private Mistake unexpected(Box box, List<ReferenceBox> expected) {
    Place lastOfColumn =
        expected.stream()
            .filter(other -> other.column().equals(box.column()))
            .map(places::of)
            .reduce((_, last) -> last)
            .orElse(Place.BEGIN);
    return new Mistake(
        lastOfColumn,
        "in %s there also comes '%s' at %s; add a box for it, or mend the script."
            .formatted(box.column(), words(box), box.server()));
  }

  private String who(String role) {
    ServerId server = cast.server(role);
    return role.equals(server.toString()) ? role : role + " (" + server + ")";
  }

  private static String words(Box box) {
    return box.toString().substring((box.column() + " " + box.server() + " ").length());
  }
}
