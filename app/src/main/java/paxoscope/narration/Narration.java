package paxoscope.narration;

/**
 * A step of a run in words.
 *
 * @param headline one plain sentence on what happened
 * @param detail the scenario's own words, if it has any; why, and what it now makes impossible
 * @param ruleName the name of the rule it follows from, as in "Paxos Made Simple" where it has one
 * @param ruleText the rule itself, one or two sentences
 * @param evidence the number of the step that proves it, 0 for none
 * @param tone in which colour it is shown
 */
public record Narration(
    String headline, String detail, String ruleName, String ruleText, int evidence, Tone tone) {}
