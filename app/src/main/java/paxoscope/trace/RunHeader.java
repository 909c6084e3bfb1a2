package paxoscope.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * What is fixed for a whole run.
 *
 * @param run its id; the nodes carry it in their messages
 * @param scenario the scenario's name; empty text for none
 * @param title the scenario's title, shown above the stage
 * @param parameters the scenario's parameters as text, such as A=S1, X=123
 * @param proposerA the server in role A, drawn blue and solid
 * @param proposerB the server in role B, drawn orange and hatched
 * @param ports the TCP port of each server, in ascending order of the servers
 * @param reference the boxes that must come of the scenario, for this cast; empty if it names none.
 *     It is part of the run, so that a run can be compared wherever it is opened
 */
public record RunHeader(
    String run,
    String scenario,
    String title,
    Map<String, String> parameters,
    Optional<ServerId> proposerA,
    Optional<ServerId> proposerB,
    List<Integer> ports,
    Optional<BoxDiagram> reference) {

  /** What stands for the scenario of a run without a script; no file has this name. */
  public static final String FREE_PLAY = "free_play";

  /**
   * A run with nothing to compare it with.
   *
   * @param run its id; the nodes carry it in their messages
   * @param scenario the scenario's name; empty text for none
   * @param title the scenario's title, shown above the stage
   * @param parameters the scenario's parameters as text, such as A=S1, X=123
   * @param proposerA the server in role A, drawn blue and solid
   * @param proposerB the server in role B, drawn orange and hatched
   * @param ports the TCP port of each server, in ascending order of the servers
   */
  public RunHeader(
      String run,
      String scenario,
      String title,
      Map<String, String> parameters,
      Optional<ServerId> proposerA,
      Optional<ServerId> proposerB,
      List<Integer> ports) {
    this(run, scenario, title, parameters, proposerA, proposerB, ports, Optional.empty());
  }

  /**
   * The cluster of the run.
   *
   * @return as many servers as there are ports
   */
  public Membership membership() {
    return new Membership(ports.size());
  }

  /**
   * Where a scenario may look for its servers. A run knows their ports alone, and that is enough to
   * tell who is who.
   *
   * @return {@code host:port} of each server, in ascending order
   */
  public List<String> addresses() {
    return ports.stream().map(port -> "127.0.0.1:" + port).toList();
  }

  /**
   * Whether the run has no script: somebody is the network.
   *
   * @return true if so
   */
  public boolean isFree() {
    return scenario.equals(FREE_PLAY);
  }

  /**
   * The same for another run of the same scenario.
   *
   * @param id the id of that run
   * @param itsPorts the ports of its servers
   * @return the header
   */
  public RunHeader ofRun(String id, List<Integer> itsPorts) {
    return new RunHeader(
        id, scenario, title, parameters, proposerA, proposerB, itsPorts, reference);
  }
}
