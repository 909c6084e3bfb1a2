package paxoscope.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;

/**
 * What came of a scenario beside what must come of it.
 *
 * @param slide the boxes of the slide
 * @param matched those of them that have come
 * @param coming those that have yet to come, and whose place is still free
 * @param difference the first difference
 */
public record SlideComparison(
    BoxDiagram slide, Set<Box> matched, List<Box> coming, Optional<Difference> difference) {

  /**
   * A place where the two differ.
   *
   * @param column the column's name on the slide
   * @param server the row
   * @param wanted the box of the slide; empty if it has none there
   * @param came the box that came; empty if none has, although a later column has begun
   */
  public record Difference(
      String column, ServerId server, Optional<Box> wanted, Optional<Box> came) {}

  private record Place(String column, ServerId server) {}

  /**
   * Compares.
   *
   * @param slide the boxes of the slide
   * @param came the boxes that came; those in columns that the slide does not have are not compared
   * @return the comparison
   */
  static SlideComparison of(BoxDiagram slide, List<Box> came) {
    Set<String> columns = slide.boxes().stream().map(Box::column).collect(Collectors.toSet());
    List<Box> compared = came.stream().filter(box -> columns.contains(box.column())).toList();
    Set<Box> matched = new HashSet<>(compared);
    matched.retainAll(slide.boxes());
    Map<Place, Box> places = new HashMap<>();
    compared.forEach(box -> places.putIfAbsent(place(box), box));
    List<Box> coming =
        slide.boxes().stream().filter(box -> !places.containsKey(place(box))).toList();
    return new SlideComparison(
        slide, Set.copyOf(matched), coming, difference(slide, compared, places));
  }

  private static Place place(Box box) {
    return new Place(box.column(), box.server());
  }

  private static Optional<Difference> difference(
      BoxDiagram slide, List<Box> compared, Map<Place, Box> places) {
    int begun =
        compared.stream().mapToInt(box -> BoxDiagram.columnNumber(box.column())).max().orElse(0);
    Map<Place, Box> wanted =
        slide.boxes().stream()
            .collect(Collectors.toMap(SlideComparison::place, box -> box, (first, _) -> first));
    Set<Box> all = new HashSet<>(slide.boxes());
    all.addAll(compared);
    return new BoxDiagram(List.copyOf(all))
        .boxes().stream()
            .map(SlideComparison::place)
            .distinct()
            .filter(
                place ->
                    !Optional.ofNullable(wanted.get(place))
                        .equals(Optional.ofNullable(places.get(place))))
            .filter(
                place ->
                    places.containsKey(place) || BoxDiagram.columnNumber(place.column()) < begun)
            .findFirst()
            .map(
                place ->
                    new Difference(
                        place.column(),
                        place.server(),
                        Optional.ofNullable(wanted.get(place)),
                        Optional.ofNullable(places.get(place))));
  }

  /**
   * Whether every box of the slide has come, and nothing else in its columns.
   *
   * @return true if so
   */
  public boolean isComplete() {
    return matched.size() == slide.boxes().size() && difference.isEmpty();
  }

  /**
   * Whether a box of the slide is where the first difference is.
   *
   * @param box a box of the slide
   * @return true if it is
   */
  public boolean isFirstDifference(Box box) {
    return difference
        .filter(place -> place.column().equals(box.column()) && place.server().equals(box.server()))
        .isPresent();
  }
}
