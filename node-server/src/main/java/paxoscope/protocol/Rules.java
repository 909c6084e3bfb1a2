package paxoscope.protocol;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules of the protocol hold.
 *
 * @param switchedOff the rules that do not hold; empty for Paxos
 */
public record Rules(Set<Rule> switchedOff) {

  /** Basic Paxos: every rule holds. */
  public static final Rules ALL = new Rules(Set.of());

  /** Keeps an own, ordered copy of the set. */
  public Rules {
    EnumSet<Rule> copy = EnumSet.noneOf(Rule.class);
    copy.addAll(switchedOff);
    switchedOff = Collections.unmodifiableSet(copy);
  }

  /**
   * Switches one more rule off.
   *
   * @param rule the rule that shall not hold
   * @return these rules without that one
   */
  public Rules without(Rule rule) {
    EnumSet<Rule> copy = EnumSet.of(rule);
    copy.addAll(switchedOff);
    return new Rules(copy);
  }

  /**
   * Says whether a rule holds.
   *
   * @param rule any rule
   * @return true if it is on
   */
  public boolean hold(Rule rule) {
    return !switchedOff.contains(rule);
  }

  /**
   * How many servers make a quorum.
   *
   * @param membership the cluster
   * @return its majority; one fewer, at least one, if {@link Rule#QUORUM_IS_A_MAJORITY} is off
   */
  public int quorum(Membership membership) {
    int majority = membership.majority();
    return hold(Rule.QUORUM_IS_A_MAJORITY) ? majority : Math.max(1, majority - 1);
  }
}
