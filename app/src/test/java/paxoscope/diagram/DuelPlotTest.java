package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.experiment.Duel;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.support.InterWidths;
import paxoscope.support.PictureChecks;

/** What the plot of an experiment shows, and that all of it can be read. */
class DuelPlotTest {

  private static final InterWidths WIDTHS = new InterWidths();

  /** Position p takes 2 to bound rounds in turn; none is decided at 0. */
  private static DuelResults results(DuelPlan plan, int duels) {
    List<Duel> fought = new ArrayList<>();
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      for (int position : plan.dial()) {
        Optional<Integer> rounds =
            Optional.of(2 + (repeat + position) % (plan.bound() - 1)).filter(_ -> position > 0);
        fought.add(new Duel(position, repeat, 7, rounds, Optional.empty()));
      }
    }
    return new DuelResults(plan, fought.subList(0, duels));
  }

  private static DuelResults all(DuelPlan plan) {
    return results(plan, plan.duels());
  }

  private static List<String> texts(Picture picture) {
    return picture.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1500, 600, 16", "1180, 420, 14", "900, 400, 16", "1180, 520, 21", "900, 300, 14"})
  void nothingCoversATextInAnyWindow(double width, double height, double font) {
    for (DuelPlan plan :
        List.of(
            DuelPlan.USUAL,
            new DuelPlan(100, 1, List.of(0, 1, 100), 40),
            new DuelPlan(1, 1, List.of(50), 2))) {
      for (DuelResults shown : List.of(new DuelResults(plan, List.of()), all(plan))) {
        Picture picture = new DuelPlot(shown, WIDTHS).draw(width, height, font);
        assertEquals(List.of(), new PictureChecks(picture, WIDTHS).faults());
      }
    }
  }

  @Test
  void allPositionsOfTheDialHaveRoomOnAPage() {
    DuelPlan fine =
        new DuelPlan(3, 1, IntStream.rangeClosed(0, 20).mapToObj(i -> 5 * i).toList(), 20);
    assertEquals(
        List.of(), new PictureChecks(new DuelPlot(all(fine), WIDTHS).page(), WIDTHS).faults());
  }

  @Test
  void thereIsADotForEachDuelAndACrossForEachThatWasNotDecided() {
    Picture picture = new DuelPlot(all(DuelPlan.USUAL), WIDTHS).page();
    assertEquals(100, picture.marks().stream().filter(Mark.Circle.class::isInstance).count());
    long strokes =
        picture.marks().stream()
            .filter(mark -> mark instanceof Mark.Line line && line.pen().ink() == Ink.REFUSAL)
            .count();
    assertEquals(20, strokes);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 2"})
  void aBoxIsDrawnOnlyOfAsManyDuelsAsHaveAMiddleHalf(int repeats, int boxes) {
    DuelPlan plan = new DuelPlan(repeats, 9, List.of(50, 100), 6);
    Picture picture = new DuelPlot(all(plan), WIDTHS).page();
    assertEquals(
        boxes,
        picture.marks().stream()
            .filter(mark -> mark instanceof Mark.Box box && box.pen().isPresent())
            .count());
  }

  @Test
  void whatIsDrawnIsSaidToo() {
    DuelPlan plan = new DuelPlan(4, 9, List.of(0, 50), 6);
    Picture whole = new DuelPlot(all(plan), WIDTHS).page();
    assertTrue(
        whole.title().contains("At 0 percent most are not decided within 6 rounds, 4 of 4."),
        whole.title());
    assertTrue(
        whole.title().contains("At 50 percent the median is 4 rounds, 0 of 4 undecided."),
        whole.title());
    assertTrue(texts(whole).contains("> 6"));
    assertTrue(
        texts(whole)
            .contains(
                "8 duels on the servers, 4 at each position of the dial, given up after 6 rounds;"
                    + " seed 9"));
    Picture part = new DuelPlot(results(plan, 3), WIDTHS).page();
    assertTrue(texts(part).stream().anyMatch(text -> text.startsWith("3 of 8 duels")));
  }

  @Test
  void moreRoundsAreHigherUpAndEqualOnesAtOneHeight() {
    Picture picture = new DuelPlot(all(new DuelPlan(10, 1, List.of(50), 12)), WIDTHS).page();
    List<Double> heights =
        picture.marks().stream()
            .filter(Mark.Circle.class::isInstance)
            .map(mark -> ((Mark.Circle) mark).y())
            .toList();
    assertEquals(
        heights.stream().sorted((one, other) -> Double.compare(other, one)).toList(), heights);
    assertEquals(10, heights.stream().distinct().count());
  }
}
