package paxoscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has come of an experiment so far.
 *
 * @param plan what is measured
 * @param duels those that are over, in the order in which they were fought
 */
public record DuelResults(DuelPlan plan, List<Duel> duels) {

  /** Keeps an own copy. */
  public DuelResults {
    duels = List.copyOf(duels);
  }

  DuelResults with(Duel next) {
    List<Duel> more = new ArrayList<>(duels);
    more.add(next);
    return new DuelResults(plan, more);
  }

  /**
   * Whether it has not been ended early.
   *
   * @return true if there are all duels of the plan
   */
  public boolean isComplete() {
    return duels.size() == plan.duels();
  }

  /**
   * The duels, counted by the position of the dial.
   *
   * @return one spread for each position, in ascending order
   */
  public List<Spread> spreads() {
    return plan.dial().stream().map(this::spread).toList();
  }

  private Spread spread(int position) {
    List<Optional<Integer>> rounds =
        duels.stream().filter(duel -> duel.randomness() == position).map(Duel::rounds).toList();
    List<Integer> decided = rounds.stream().flatMap(Optional::stream).toList();
    return new Spread(position, decided, rounds.size() - decided.size());
  }

  /**
   * The duels as a table for other programs (RFC 4180): a line each, in the order in which they
   * were fought. What is empty was not decided within the bound.
   *
   * @return the text of a CSV file
   */
  public String csv() {
    StringBuilder csv = new StringBuilder("randomness,repeat,seed,rounds,chosen,bound\r\n");
    for (Duel duel : duels) {
      csv.append(
          "%d,%d,%d,%s,%s,%d\r\n"
              .formatted(
                  duel.randomness(),
                  duel.repeat(),
                  duel.seed(),
                  duel.rounds().map(Object::toString).orElse(""),
                  duel.chosen().map(Object::toString).orElse(""),
                  plan.bound()));
    }
    return csv.toString();
  }
}
