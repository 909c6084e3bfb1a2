package paxoscope.node;

import java.util.List;
import java.util.Optional;
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
   *     usable
   */
  ClusterPeers(List<NodeAddress> addresses, ClientAccess access) {
    this.clients = addresses.stream().map(address -> new NodeClient(address, access)).toList();
  }

  @Override
  public PeerCall call(ServerId to, Message.Request request, NodeApi.Meta meta) {
    NodeClient.Recorded recorded =
        clients.get(to.number() - 1).handleRecorded(request, Optional.of(meta));
    return new PeerCall(recorded.answer(), Optional.of(recorded.exchange()));
  }
}
