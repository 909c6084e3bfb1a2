package paxoscope.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A scenario, read and checked, before its parameters are filled in.
 *
 * @param name what commands call it, such as {@code B_wins}
 * @param title one line for the screen
 * @param story what happens and why it is worth showing, a few sentences
 * @param lesson what it teaches, one sentence
 * @param question what to ask a class when it is over, if anything
 * @param keepsNodes whether it goes on from where the nodes are instead of restarting them
 * @param parameters its parameters, in the order of the short command
 * @param script its steps
 * @param reference the boxes that must come of it
 * @param followUp the name of a scenario that continues it, if there is one
 */
public record Scenario(
    String name,
    String title,
    String story,
    String lesson,
    Optional<String> question,
    boolean keepsNodes,
    List<Parameter> parameters,
    List<ScriptStep> script,
    List<ReferenceBox> reference,
    Optional<String> followUp) {}
