package paxoscope.director;

import java.util.List;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.HeldItem;

/**
 * A step of a script that found nothing to do, or not all.
 *
 * @param step the step
 * @param servers those for which, or of which, nothing was there
 * @param taken how many steps the run had when it was its turn
 * @param held what was held then
 */
public record PassedOver(ScriptStep step, List<ServerId> servers, int taken, List<HeldItem> held) {

  /** Keeps own copies. */
  public PassedOver {
    servers = List.copyOf(servers);
    held = List.copyOf(held);
  }
}
