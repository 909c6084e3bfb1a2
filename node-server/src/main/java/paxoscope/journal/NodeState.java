package paxoscope.journal;

import java.util.Optional;
import java.util.Set;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;

/**
 * The state of a node at one moment, as {@code node.status} tells it and as every event carries it.
 *
 * @param server which server of the cluster it is
 * @param servers how many servers its cluster has
 * @param port the TCP port it listens on
 * @param incarnation how many times the node's process has started on its data folder, from 1
 * @param run the run it is in; empty text if none is named
 * @param promised the highest number promised
 * @param accepted the highest-numbered proposal accepted
 * @param committed the proposal whose value it was told is chosen
 * @param fileContents what the committed file holds; empty text for an empty file
 * @param gate how its outbound messages leave
 * @param held how many items wait in its gate
 * @param driver who holds its gate by a lease
 * @param version the program's version
 * @param rulesOff the rules that are switched off; empty for Paxos
 */
public record NodeState(
    ServerId server,
    int servers,
    int port,
    int incarnation,
    String run,
    Optional<ProposalNumber> promised,
    Optional<Proposal> accepted,
    Optional<Proposal> committed,
    String fileContents,
    GateMode gate,
    int held,
    Optional<String> driver,
    String version,
    Set<Rule> rulesOff) {}
