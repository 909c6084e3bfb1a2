package paxoscope.director;

import java.util.List;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/** Begins nothing that needs every server while one of them is missing. */
final class AllUp {

  private AllUp() {}

  /**
   * Asks every server.
   *
   * @param cluster the servers
   * @throws ClusterException naming the first one that is missing, and what to do
   */
  static void require(Cluster cluster) {
    List<ServerId> servers = new Membership(cluster.ports().size()).servers();
    List<Presence> found = AtOnce.ask(cluster, servers, cluster::presence);
    for (ServerId server : servers) {
      switch (found.get(server.number() - 1).kind()) {
        case ANSWERS, PAUSED -> {
          // Whoever is paused here goes on as soon as something begins.
        }
        case DOWN -> throw missing(cluster, server, "is down");
        case SILENT -> throw missing(cluster, server, "does not answer");
      }
    }
  }

  private static ClusterException missing(Cluster cluster, ServerId server, String what) {
    int index = server.number() - 1;
    return new ClusterException(
        "%s at %s %s; bring it back (recover %d) and try again."
            .formatted(server, cluster.addresses().get(index), what, cluster.ports().get(index)),
        null);
  }
}
