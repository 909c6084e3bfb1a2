package paxoscope.ui.model;

import java.util.Optional;
import paxoscope.command.OwnScenario;
import paxoscope.scenario.Scenario;

/**
 * A scenario that is offered to be played with other parameters than the usual ones.
 *
 * @param scenario the scenario
 * @param own where it was read from; empty for the program's own
 * @param edit shows its text
 */
public record ScenarioOffer(Scenario scenario, Optional<OwnScenario> own, Runnable edit) {}
