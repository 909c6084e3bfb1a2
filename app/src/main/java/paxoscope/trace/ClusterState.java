package paxoscope.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;

/**
 * The whole cluster at one moment of a run: the result of folding the trace up to a cursor.
 *
 * @param membership the cluster
 * @param cursor how many steps of the trace are in it, 0 for none
 * @param servers all servers, in ascending order
 * @param held what waits in the gates (and the kept copies of what died with its gate), in the
 *     order in which it came
 * @param acceptances who has ever accepted which proposal in this run; "chosen" is judged by it,
 *     not by what the acceptors hold now
 * @param acceptors the servers that have ever accepted any proposal in this run
 * @param chosen the first proposal that a majority has accepted
 * @param knownBy the servers whose proposer or learner knows what is chosen
 * @param cuts the links over which nothing arrives
 */
public record ClusterState(
    Membership membership,
    int cursor,
    List<ServerView> servers,
    List<HeldItem> held,
    Map<Proposal, Set<ServerId>> acceptances,
    Set<ServerId> acceptors,
    Optional<Proposal> chosen,
    Set<ServerId> knownBy,
    Set<Link> cuts) {

  /**
   * Finds a server.
   *
   * @param server one of the cluster
   * @return its view
   */
  public ServerView server(ServerId server) {
    return servers.get(server.number() - 1);
  }

  /**
   * Counts the files that hold a value.
   *
   * @return 0 to the size of the cluster
   */
  public int committedFiles() {
    return (int) servers.stream().filter(view -> !view.fileContents().isEmpty()).count();
  }
}
