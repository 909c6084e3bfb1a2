package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;

/**
 * A network that loses, doubles and delays a share of the messages. What becomes of a message is a
 * function of the seed and of the message's name, and of nothing else: the same seed and the same
 * wishes give the same run, however fast anything goes.
 *
 * @param seed where chance comes from
 * @param losePercent how many of a hundred messages are lost
 * @param doublePercent how many arrive and leave a copy that arrives again
 * @param delayPercent how many are overtaken by all that was asked for together with them
 */
public record Mishaps(int seed, int losePercent, int doublePercent, int delayPercent) {

  /** Nothing goes wrong by chance. */
  public static final Mishaps NONE = new Mishaps(0, 0, 0, 0);

  private static final int PERCENT = 100;

  /** Checks that the shares are some of all messages. */
  public Mishaps {
    if (losePercent < 0 || doublePercent < 0 || delayPercent < 0) {
      throw new IllegalArgumentException("A share of the messages is 0% to 100%.");
    }
    if ((long) losePercent + doublePercent + delayPercent > PERCENT) {
      throw new IllegalArgumentException(
          "lose, double and delay are shares of all messages and make at most 100%% together, not %d%%."
              .formatted((long) losePercent + doublePercent + delayPercent));
    }
  }

  /** A wish, and the words that stand with its step. */
  record Wish(Decision move, String caption) {}

  /**
   * What becomes of wishes that were made together. Only a delivery over the network meets chance:
   * a message to oneself takes no link, and a kept copy has had its accident.
   *
   * @param moves the wishes
   * @return what is to be done instead, in this order
   */
  List<Wish> befall(List<Decision> moves) {
    List<Wish> now = new ArrayList<>();
    List<Wish> late = new ArrayList<>();
    for (Decision move : moves) {
      if (move instanceof Decision.Deliver deliver && takesALink(deliver)) {
        befall(deliver, now, late);
      } else {
        now.add(new Wish(move, ""));
      }
    }
    now.addAll(late);
    return now;
  }

  private static boolean takesALink(Decision.Deliver deliver) {
    return !deliver.item().from().equals(deliver.item().to());
  }

  private void befall(Decision.Deliver deliver, List<Wish> now, List<Wish> late) {
    ItemName item = deliver.item();
    int dice = dice(item);
    int doubledBelow = losePercent + doublePercent;
    if (dice < losePercent) {
      now.add(new Wish(new Decision.Drop(item), words("lost")));
    } else if (dice < doubledBelow) {
      // Of a copy no copy is made: else one message might never end.
      if (item.occurrence() == 1) {
        now.add(new Wish(new Decision.Duplicate(item), words("doubled")));
      }
      now.add(new Wish(deliver, ""));
    } else if (dice < doubledBelow + delayPercent) {
      late.add(new Wish(deliver, words("delayed")));
    } else {
      now.add(new Wish(deliver, ""));
    }
  }

  private String words(String fate) {
    return "By chance, from seed %d: %s.".formatted(seed, fate);
  }

  /** The mixing of SplitMix64: neighbouring seeds and names have nothing in common. */
  private int dice(ItemName item) {
    long mixed = seed * 0x9E3779B97F4A7C15L + item.toString().hashCode();
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return Math.floorMod(mixed ^ (mixed >>> 31), PERCENT);
  }
}
