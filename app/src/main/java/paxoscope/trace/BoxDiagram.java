package paxoscope.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;

/**
 * The box diagram of a run, drawn from what the acceptors have really done.
 *
 * @param boxes ordered by column, then by server, then as they came; boxes of one column may have
 *     come in either order
 */
public record BoxDiagram(List<Box> boxes) {

  private static final Comparator<Box> BY_PLACE =
      Comparator.comparingInt((Box box) -> columnNumber(box.column())).thenComparing(Box::server);

  /** Orders the boxes. */
  public BoxDiagram {
    List<Box> ordered = new ArrayList<>(boxes);
    ordered.sort(BY_PLACE);
    boxes = List.copyOf(ordered);
  }

  /**
   * Draws the diagram of the steps that stand in a column.
   *
   * @param steps the steps of a run
   * @return its diagram
   */
  public static BoxDiagram of(List<TraceStep> steps) {
    List<Box> boxes = new ArrayList<>();
    for (TraceStep step : steps) {
      if (!step.column().isEmpty()) {
        step.events().forEach(event -> box(event, step.column()).ifPresent(boxes::add));
      }
    }
    return new BoxDiagram(boxes);
  }

  /**
   * The box of one event.
   *
   * @param event what a node tells
   * @param column the column it stands in
   * @return the box; empty if no acceptor has handled or refused anything
   */
  public static Optional<Box> box(NodeEvent event, String column) {
    boolean refused = event.kind() == NodeEvent.Kind.REFUSED;
    if (!refused && event.kind() != NodeEvent.Kind.HANDLED) {
      return Optional.empty();
    }
    return switch (event.message().orElse(null)) {
      case Message.Prepare prepare ->
          Optional.of(new Box(column, event.node(), 1, prepare.number(), "", refused));
      case Message.Accept accept ->
          Optional.of(
              new Box(
                  column,
                  event.node(),
                  2,
                  accept.number(),
                  accept.proposal().value().text(),
                  refused));
      case null, default -> Optional.empty();
    };
  }

  /**
   * The part of it that a slide is about: a scenario may go on after its slide.
   *
   * @param reference the diagram of the slide
   * @return the boxes in the columns that the slide has
   */
  public BoxDiagram inColumnsOf(BoxDiagram reference) {
    Set<String> columns = reference.boxes.stream().map(Box::column).collect(Collectors.toSet());
    return new BoxDiagram(boxes.stream().filter(box -> columns.contains(box.column())).toList());
  }

  /**
   * Compares with what should have come.
   *
   * @param reference the diagram of the slide
   * @return the first difference, in one line; empty if there is none
   */
  public Optional<String> firstDifference(BoxDiagram reference) {
    int common = Math.min(boxes.size(), reference.boxes.size());
    for (int i = 0; i < common; i++) {
      if (!boxes.get(i).equals(reference.boxes.get(i))) {
        return Optional.of(
            "expected '" + reference.boxes.get(i) + "', but it was '" + boxes.get(i) + "'");
      }
    }
    if (boxes.size() < reference.boxes.size()) {
      return Optional.of("'" + reference.boxes.get(common) + "' is missing");
    }
    return boxes.size() == common
        ? Optional.empty()
        : Optional.of("'" + boxes.get(common) + "' is not on the slide");
  }

  /**
   * The place of a column.
   *
   * @param column its name, such as {@code t3}
   * @return the number in it; 0 if it has none
   */
  public static int columnNumber(String column) {
    String digits = column.replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }
}
