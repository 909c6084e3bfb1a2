package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The mistakes that are found in a text. One does not keep the others from being found. */
final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

  void add(Node node, String text) {
    found.add(new Mistake(placeOf(node), text));
  }

  /** Reads a part of the text; what is wrong with it is kept. */
  <T> Optional<T> attempt(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (ScenarioException wrong) {
      found.add(wrong.mistake().orElseThrow(() -> wrong));
      return Optional.empty();
    }
  }

  /** All of them, from the top of the text to its end. */
  List<Mistake> inOrder() {
    return found.stream()
        .distinct()
        .sorted((one, other) -> one.place().compareTo(other.place()))
        .toList();
  }

  static Place placeOf(Node node) {
    return node.getStartMark().map(Mistakes::placeOf).orElse(Place.BEGIN);
  }

  static Place placeOf(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
