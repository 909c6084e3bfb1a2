package paxoscope.node;

import java.util.Optional;
import paxoscope.protocol.Message;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeApi;

/** The way to the nodes of the cluster, this one among them. */
public interface Peers {

  /**
   * What a call gave.
   *
   * @param answer what the node answered
   * @param exchange the texts that went over the wire, where there were any
   */
  record PeerCall(NodeApi.Answer answer, Optional<NodeApi.Exchange> exchange) {}

  /**
   * Hands a request to a node and waits for its answer. Safe from any thread.
   *
   * @param to the node
   * @param request what to hand over
   * @param meta who calls
   * @return the answer
   * @throws paxoscope.rpc.NodeFault if the node has refused the call
   * @throws paxoscope.rpc.NodeUnreachable if the node has surely not got it
   * @throws paxoscope.rpc.NodeSilent if the node may have got it
   */
  PeerCall call(ServerId to, Message.Request request, NodeApi.Meta meta);
}
