package paxoscope.node;

import java.util.function.Consumer;
import paxoscope.protocol.Message;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeApi;

/** The way to the nodes of the cluster, this one among them. */
public interface Peers {

  /**
   * Hands a request to a node and waits for its answer. Safe from any thread.
   *
   * @param to the node
   * @param request what to hand over
   * @param meta who calls
   * @param wire told the texts that went over the wire, where there were any, also when the call
   *     fails
   * @return the answer
   * @throws paxoscope.rpc.NodeFault if the node has refused the call
   * @throws paxoscope.rpc.NodeUnreachable if the node has surely not got it
   * @throws paxoscope.rpc.NodeSilent if the node may have got it
   */
  NodeApi.Answer call(
      ServerId to, Message.Request request, NodeApi.Meta meta, Consumer<NodeApi.Exchange> wire);
}
