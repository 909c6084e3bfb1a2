package paxoscope.trace;

import java.util.Optional;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * One server at one moment of a run.
 *
 * @param server which one
 * @param port its TCP port
 * @param alive whether its process runs, as far as is known
 * @param downSince the step (from 1) in which it went down; 0 if it is up
 * @param pausedSince the step (from 1) in which its process was stopped; 0 if it goes on
 * @param incarnation its incarnation, 0 if not known yet
 * @param promised the highest number promised
 * @param promisedBefore what it had promised before that; empty if that was nothing
 * @param accepted the highest-numbered proposal accepted
 * @param committed what it was told is chosen
 * @param fileContents what its file holds; empty text for an empty file
 */
public record ServerView(
    ServerId server,
    int port,
    boolean alive,
    int downSince,
    int pausedSince,
    int incarnation,
    Optional<ProposalNumber> promised,
    Optional<ProposalNumber> promisedBefore,
    Optional<Proposal> accepted,
    Optional<Proposal> committed,
    String fileContents) {

  /**
   * A server that has done nothing yet.
   *
   * @param server which one
   * @param port its TCP port
   * @return the view
   */
  static ServerView initial(ServerId server, int port) {
    return new ServerView(
        server,
        port,
        true,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  ServerView down(int step) {
    return new ServerView(
        server,
        port,
        false,
        step,
        0,
        incarnation,
        promised,
        promisedBefore,
        accepted,
        committed,
        fileContents);
  }

  ServerView answersAgain() {
    return new ServerView(
        server,
        port,
        true,
        0,
        0,
        incarnation,
        promised,
        promisedBefore,
        accepted,
        committed,
        fileContents);
  }

  ServerView paused(int step) {
    return new ServerView(
        server,
        port,
        alive,
        downSince,
        step,
        incarnation,
        promised,
        promisedBefore,
        accepted,
        committed,
        fileContents);
  }

  /**
   * Whether its process was stopped here and does not go on yet.
   *
   * @return true if so
   */
  public boolean paused() {
    return pausedSince > 0;
  }

  ServerView with(NodeState state) {
    return new ServerView(
        server,
        port,
        true,
        0,
        pausedSince,
        state.incarnation(),
        state.promised(),
        state.promised().equals(promised) ? promisedBefore : promised,
        state.accepted(),
        state.committed(),
        state.fileContents());
  }
}
