package paxoscope.node;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Rules;
import paxoscope.protocol.ServerId;

/**
 * What is fixed for the life of a node's process.
 *
 * @param self which server it is
 * @param membership its cluster
 * @param port the TCP port it listens on, as its state tells it
 * @param rules which rules hold
 * @param gate how messages leave at first
 * @param timeOutMillis how long a proposer waits for replies with an open gate, in milliseconds
 * @param version the program's version
 * @param random where random waits come from
 * @param wallMillis the wall clock, for display
 */
public record NodeSettings(
    ServerId self,
    Membership membership,
    int port,
    Rules rules,
    GateMode gate,
    int timeOutMillis,
    String version,
    RandomGenerator random,
    LongSupplier wallMillis) {

  /** The usual time-out of a proposer, in milliseconds. */
  public static final int TIME_OUT_MILLIS = 2_000;
}
