package paxoscope.scenario;

/**
 * A box that must come of a scenario, with roles and parameters by name.
 *
 * @param column the column, such as {@code t3}
 * @param server the role in whose row it stands
 * @param phase 1 for Prepare, 2 for Accept
 * @param round a number, or the name of a number parameter
 * @param proposer the role whose proposal it is
 * @param value the name of the value parameter; empty text for a Prepare
 * @param refused whether the acceptor refuses
 * @param condition whether it comes at all
 */
public record ReferenceBox(
    String column,
    String server,
    int phase,
    String round,
    String proposer,
    String value,
    boolean refused,
    ScriptStep.Condition condition) {}
