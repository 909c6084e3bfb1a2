package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Side;

/**
 * Where held messages wait: beside their server, at the side that faces the middle if there is room
 * for them, and else as near to it as possible without covering a card or one another.
 *
 * @param ring where the cards stand
 * @param margin how far what waits may reach beyond the stage, in pixels
 */
public record EnvelopePlaces(RingGeometry ring, double margin) {

  private static final double GAP = 8;
  private static final double CLEARANCE = 4;
  // Two stacks that all but touch would look like one.
  private static final double STACK_CLEARANCE = 14;
  private static final int SHIFTS = 16;
  private static final double TOUCHING = 0.25;
  // Lower than the middle: what waits below the top card needs the room above.
  private static final double LOWER = 0.78;
  private static final double COST_OF_A_COVERED_CARD = 1e6;
  private static final double COST_OF_A_COVERED_STACK = 1e3;
  private static final double COST_OF_ANOTHER_SIDE = 1;
  // Beside another card it would be taken for what waits there.
  private static final double AWAY = 5 * GAP;
  private static final double COST_OF_ANOTHER_CARD = 8;
  // From here on it is worth to let others choose first.
  private static final double COST_OF_CROWDING = 3;
  private static final int MOST_IN_OTHER_ORDERS = 5;
  private static final int CHANGES_OF_MIND = 3;

  private record Choice(Place place, double cost) {
    Bounds bounds() {
      return place.bounds();
    }
  }

  private record Place(int card, Bounds bounds, double detour) {}

  /**
   * Places what waits. Whoever comes first has the choice; where that leaves somebody else beside a
   * foreign card, others are let choose first, and then all may change their mind.
   *
   * @param sizes the size of what waits at each card, in their order; of no width for nothing
   * @return the places, in the same order
   */
  public List<Bounds> of(List<Dimension2D> sizes) {
    List<Bounds> cards = IntStream.range(0, ring.count()).mapToObj(ring::card).toList();
    List<Integer> waiting =
        IntStream.range(0, sizes.size()).filter(i -> sizes.get(i).getWidth() > 0).boxed().toList();
    Map<Integer, Choice> best = placed(waiting, sizes, cards);
    // Among many there is no room to choose from, and each frame waits for this.
    int turns = waiting.size() <= MOST_IN_OTHER_ORDERS ? 2 * waiting.size() : 1;
    for (int turn = 1; turn < turns && sum(best) >= COST_OF_CROWDING; turn++) {
      List<Integer> order = new ArrayList<>(waiting);
      if (turn >= waiting.size()) {
        Collections.reverse(order);
      }
      Collections.rotate(order, turn);
      Map<Integer, Choice> other = placed(order, sizes, cards);
      best = sum(other) < sum(best) ? other : best;
    }
    Map<Integer, Choice> found =
        sum(best) < COST_OF_CROWDING ? best : changed(best, waiting, sizes, cards);
    return IntStream.range(0, sizes.size())
        .mapToObj(i -> found.containsKey(i) ? found.get(i).bounds() : cards.get(i))
        .toList();
  }

  /** Lets each choose again, now that it is known where the others are. */
  private Map<Integer, Choice> changed(
      Map<Integer, Choice> first,
      List<Integer> waiting,
      List<Dimension2D> sizes,
      List<Bounds> cards) {
    Map<Integer, Choice> choices = new HashMap<>(first);
    for (int round = 0; round < CHANGES_OF_MIND; round++) {
      boolean better = false;
      for (int card : waiting) {
        List<Bounds> others =
            waiting.stream()
                .filter(other -> other != card)
                .map(other -> choices.get(other).bounds())
                .toList();
        Choice choice = best(card, sizes.get(card), cards, others);
        if (choice.cost() < cost(choices.get(card).place(), cards, others)) {
          choices.put(card, choice);
          better = true;
        }
      }
      if (!better) {
        return choices;
      }
    }
    return choices;
  }

  private static double sum(Map<Integer, Choice> choices) {
    return choices.values().stream().mapToDouble(Choice::cost).sum();
  }

  private Map<Integer, Choice> placed(
      List<Integer> order, List<Dimension2D> sizes, List<Bounds> cards) {
    Map<Integer, Choice> choices = new HashMap<>();
    List<Bounds> taken = new ArrayList<>();
    for (int card : order) {
      Choice choice = best(card, sizes.get(card), cards, taken);
      choices.put(card, choice);
      taken.add(choice.bounds());
    }
    return choices;
  }

  private Choice best(int index, Dimension2D size, List<Bounds> cards, List<Bounds> taken) {
    List<Place> places = new ArrayList<>();
    for (Side side : Side.values()) {
      double detour =
          side == ring.inward(index)
              ? 0
              : side == ring.loop(index) ? 2 * COST_OF_ANOTHER_SIDE : COST_OF_ANOTHER_SIDE;
      for (int shift = -SHIFTS; shift <= SHIFTS; shift++) {
        double share = (double) shift / SHIFTS;
        places.add(
            new Place(
                index, beside(cards.get(index), side, size, share), detour + Math.abs(share)));
      }
    }
    return places.stream()
        .map(place -> new Choice(place, cost(place, cards, taken)))
        .min(Comparator.comparingDouble(Choice::cost))
        .orElseThrow();
  }

  // A share of 0 is the usual place; at -1 and 1 the stack just touches an end of the card.
  private static Bounds beside(Bounds card, Side side, Dimension2D size, double share) {
    double width = size.getWidth();
    double height = size.getHeight();
    double x =
        switch (side) {
          case LEFT -> card.getMinX() - width - GAP;
          case RIGHT -> card.getMaxX() + GAP;
          case TOP, BOTTOM -> along(card.getMinX(), card.getWidth(), width, 0.5, share);
        };
    double y =
        switch (side) {
          case TOP -> card.getMinY() - height - GAP;
          case BOTTOM -> card.getMaxY() + GAP;
          case LEFT, RIGHT -> along(card.getMinY(), card.getHeight(), height, LOWER, share);
        };
    return new BoundingBox(Math.round(x), Math.round(y), width, height);
  }

  private static double along(
      double start, double length, double size, double usual, double share) {
    double touch = TOUCHING * Math.min(size, length);
    double middle = start + usual * length - size / 2;
    double end = share < 0 ? start - size + touch : start + length - touch;
    return middle + Math.abs(share) * (end - middle);
  }

  private double cost(Place place, List<Bounds> all, List<Bounds> taken) {
    Bounds box = place.bounds();
    double cards = all.stream().mapToDouble(card -> common(box, card, CLEARANCE)).sum();
    double stacks = taken.stream().mapToDouble(other -> common(box, other, STACK_CLEARANCE)).sum();
    return (cards + outside(box)) * COST_OF_A_COVERED_CARD
        + stacks * COST_OF_A_COVERED_STACK
        + neighbours(place, all) * COST_OF_ANOTHER_CARD
        + place.detour();
  }

  /** How near it is to other cards: for each 0 where it is far away, to 1 where they touch. */
  private static double neighbours(Place place, List<Bounds> cards) {
    return IntStream.range(0, cards.size())
        .filter(card -> card != place.card())
        .mapToDouble(card -> 1 - distance(place.bounds(), cards.get(card)) / AWAY)
        .filter(near -> near > 0)
        .sum();
  }

  private static double distance(Bounds one, Bounds other) {
    double across = Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
    double down = Math.max(one.getMinY() - other.getMaxY(), other.getMinY() - one.getMaxY());
    return Math.max(across, down);
  }

  private double outside(Bounds box) {
    Bounds stage =
        new BoundingBox(
            -margin, 0, ring.width() + 2 * margin, ring.height() + Math.min(margin, GAP));
    return box.getWidth() * box.getHeight() - common(box, stage, 0);
  }

  private static double common(Bounds one, Bounds other, double clearance) {
    double width =
        Math.min(one.getMaxX(), other.getMaxX())
            - Math.max(one.getMinX(), other.getMinX())
            + clearance;
    double height =
        Math.min(one.getMaxY(), other.getMaxY())
            - Math.max(one.getMinY(), other.getMinY())
            + clearance;
    return Math.max(0, width) * Math.max(0, height);
  }
}
