package paxoscope.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import paxoscope.protocol.Message;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeClient;

/** The nodes of the cluster where their addresses say, called over the network. */
final class ClusterPeers implements Peers {

  private final List<NodeClient> clients;

  /**
   * Prepares calls; nothing is sent yet.
   *
   * @param addresses of S1 to Sn, in this order
   * @param access how to call them
   * @throws IllegalArgumentException with one clear line if an address or the trust store is not
   *     usable, or two addresses are the same place
   */
  ClusterPeers(List<NodeAddress> addresses, ClientAccess access) {
    requireDifferentPlaces(addresses);
    this.clients = addresses.stream().map(address -> new NodeClient(address, access)).toList();
  }

  // One acceptor that is counted as two breaks every quorum.
  private static void requireDifferentPlaces(List<NodeAddress> addresses) {
    for (int second = 1; second < addresses.size(); second++) {
      for (NodeAddress first : addresses.subList(0, second)) {
        if (first.isSamePlaceAs(addresses.get(second))) {
          throw new IllegalArgumentException(
              "%s and %s in --cluster are the same place: each server needs its own."
                  .formatted(first, addresses.get(second)));
        }
      }
    }
  }

  @Override
  public NodeApi.Answer call(
      ServerId to, Message.Request request, NodeApi.Meta meta, Consumer<NodeApi.Exchange> wire) {
    NodeApi.Addressee called = new NodeApi.Addressee(to.number(), clients.size());
    return clients.get(to.number() - 1).handleRecorded(request, Optional.of(meta.to(called)), wire);
  }
}
