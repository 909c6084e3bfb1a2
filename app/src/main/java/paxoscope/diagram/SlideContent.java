package paxoscope.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;

/**
 * The box diagram of a run at a moment.
 *
 * @param header what is fixed for the run
 * @param cut whether there are earlier boxes that are not in it
 * @param columns the columns from left to right, also those that the slide has and that have yet to
 *     come
 * @param boxes the boxes in the order in which they came
 * @param coming the boxes that have yet to come, as the slide has them
 * @param adoptions the values that were taken over
 * @param chosen what is chosen
 * @param majority the boxes that made it chosen: the first acceptances of a majority
 * @param comparison the boxes beside those of the slide; empty if the run has none
 */
public record SlideContent(
    RunHeader header,
    boolean cut,
    List<Column> columns,
    List<CallBox> boxes,
    List<Coming> coming,
    List<Adoption> adoptions,
    Optional<Proposal> chosen,
    Set<CallBox> majority,
    Optional<SlideComparison> comparison) {

  /**
   * A box that has yet to come.
   *
   * @param box what the slide says
   * @param column where it will stand
   */
  public record Coming(Box box, Column column) {}

  static SlideContent of(
      Trace trace,
      int cursor,
      boolean cut,
      List<CallBox> boxes,
      List<CallBox> ofSlide,
      List<Adoption> adoptions) {
    RunHeader header = trace.header();
    int part = boxes.isEmpty() ? 0 : boxes.getLast().column().part();
    Optional<SlideComparison> comparison =
        header
            .reference()
            .map(slide -> SlideComparison.of(slide, ofSlide.stream().map(CallBox::box).toList()));
    TreeSet<Column> columns = new TreeSet<>();
    boxes.forEach(box -> columns.add(box.column()));
    List<Coming> coming = new ArrayList<>();
    comparison.ifPresent(
        compared ->
            compared
                .coming()
                .forEach(box -> coming.add(new Coming(box, column(columns, box, part)))));
    coming.forEach(box -> columns.add(box.column()));
    Optional<Proposal> chosen = trace.at(cursor).chosen();
    return new SlideContent(
        header,
        cut,
        List.copyOf(columns),
        boxes,
        List.copyOf(coming),
        adoptions,
        chosen,
        chosen
            .map(proposal -> majority(boxes, proposal, header.membership().majority()))
            .orElse(Set.of()),
        comparison);
  }

  private static boolean isOf(int part, Column column) {
    return column.part() == part && !column.name().isEmpty();
  }

  private static Column column(Set<Column> columns, Box box, int part) {
    return columns.stream()
        .filter(column -> isOf(part, column) && column.name().equals(box.column()))
        .findFirst()
        .orElseGet(() -> Column.ofScenario(box.column(), box.column(), part));
  }

  private static Set<CallBox> majority(List<CallBox> boxes, Proposal chosen, int size) {
    Set<CallBox> first = new HashSet<>();
    Set<ServerId> servers = new HashSet<>();
    for (CallBox call : boxes) {
      Box box = call.box();
      boolean accepts = box.phase() == 2 && !box.refused();
      if (accepts && box.number().equals(chosen.number()) && servers.size() < size) {
        if (servers.add(box.server())) {
          first.add(call);
        }
      }
    }
    return first;
  }

  /**
   * What is called X or Y on the slide.
   *
   * @param value a value of the slide
   * @return the name of the parameter that it was given for; the value itself if there is none
   */
  public String placeholder(String value) {
    return header.parameters().entrySet().stream()
        .filter(parameter -> parameter.getKey().matches("[U-Z]"))
        .filter(parameter -> parameter.getValue().equals(value))
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(value);
  }

  /**
   * The place of a column.
   *
   * @param column a column
   * @return its place from the left, from 0; negative if the diagram does not have it
   */
  public int placeOf(Column column) {
    return Collections.binarySearch(columns, column);
  }

  /**
   * The last box that has come.
   *
   * @return the box; empty if there is none yet
   */
  public Optional<CallBox> newest() {
    return boxes.isEmpty() ? Optional.empty() : Optional.of(boxes.getLast());
  }
}
