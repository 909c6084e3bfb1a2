package paxoscope.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proposal number, written {@code round.server}: {@code 3.1 < 3.5 < 4.1}. Numbers of different
 * servers never collide, because the server is part of the number (PMS section 2.5: "different
 * proposers choose their numbers from disjoint sets").
 *
 * @param round 1 to 2147483647
 * @param server the proposer that may use this number; it breaks ties between equal rounds
 */
public record ProposalNumber(int round, ServerId server) implements Comparable<ProposalNumber> {

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,9})\\.([1-9][0-9]{0,9})");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the round is below 1
   */
  public ProposalNumber {
    if (round < 1) {
      throw new IllegalArgumentException("A round is 1 or more, not " + round + ".");
    }
  }

  /**
   * Reads the text form, for example {@code "3.1"}.
   *
   * @param text ASCII digits, one dot, no spaces, no leading zeros
   * @return the number
   * @throws IllegalArgumentException with one clear line if the text is anything else
   */
  public static ProposalNumber parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + shorten(text) + "' is not a proposal number: write round.server, such as 3.1.");
    }
    return new ProposalNumber(
        wholeNumber(matcher.group(1), text), new ServerId(wholeNumber(matcher.group(2), text)));
  }

  private static int wholeNumber(String digits, String text) {
    long number = Long.parseLong(digits);
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "'" + text + "' is too large a proposal number: 2147483647 is the highest.");
    }
    return (int) number;
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  @Override
  public int compareTo(ProposalNumber other) {
    int byRound = Integer.compare(round, other.round);
    return byRound != 0 ? byRound : server.compareTo(other.server);
  }

  /**
   * Says whether this number is higher than another.
   *
   * @param other the number to compare with
   * @return true if this one is strictly higher
   */
  public boolean isHigherThan(ProposalNumber other) {
    return compareTo(other) > 0;
  }

  @Override
  public String toString() {
    return round + "." + server.number();
  }
}
