package paxoscope.node;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import paxoscope.protocol.Acceptor;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Learner;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * The bytes of a stored state, with the node they belong to. Knows nothing of files or checksums.
 *
 * @param server whose state it is
 * @param clusterSize how many servers its cluster has
 * @param state what is remembered
 */
record StateRecord(int server, int clusterSize, StoredState state) {

  /** How many bytes the largest record has: two values, a run, and the numbers. */
  static final int MAXIMUM_BYTES =
      2 * Value.MAXIMUM_BYTES + 4 * StoredState.MAXIMUM_RUN_LENGTH + 64;

  private static final int VERSION = 1;

  byte[] encode() {
    DurableState durable = state.durable();
    byte[] run = state.run().getBytes(StandardCharsets.UTF_8);
    byte[] accepted = valueOf(durable.acceptor().accepted());
    byte[] committed = valueOf(durable.learner().committed());
    ByteBuffer out = ByteBuffer.allocate(64 + run.length + accepted.length + committed.length);
    out.putInt(VERSION).putInt(server).putInt(clusterSize).putInt(state.incarnation());
    out.putInt(durable.highestRoundUsed());
    putNumber(out, durable.acceptor().promised());
    putNumber(out, durable.acceptor().accepted().map(Proposal::number));
    putNumber(out, durable.learner().committed().map(Proposal::number));
    putBytes(out, run);
    putBytes(out, accepted);
    putBytes(out, committed);
    return Arrays.copyOf(out.array(), out.position());
  }

  /**
   * Reads a record.
   *
   * @param bytes what {@link #encode} gave
   * @return the record
   * @throws IllegalArgumentException with one clear line if the bytes are no record of this version
   */
  static StateRecord decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int version = in.getInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "it is of format " + version + ", this program knows format " + VERSION);
      }
      int server = in.getInt();
      int size = in.getInt();
      int incarnation = in.getInt();
      int highestRoundUsed = in.getInt();
      Optional<ProposalNumber> promised = number(in);
      Optional<ProposalNumber> accepted = number(in);
      Optional<ProposalNumber> committed = number(in);
      String run = text(in);
      Acceptor acceptor = new Acceptor(promised, proposal(accepted, text(in)));
      Learner learner = new Learner(proposal(committed, text(in)));
      DurableState durable = new DurableState(acceptor, learner, highestRoundUsed);
      return new StateRecord(server, size, new StoredState(durable, run, incarnation));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("it is too short", e);
    }
  }

  private static byte[] valueOf(Optional<Proposal> proposal) {
    return proposal
        .map(told -> told.value().text().getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> new byte[0]);
  }

  private static void putNumber(ByteBuffer out, Optional<ProposalNumber> number) {
    out.putInt(number.map(ProposalNumber::round).orElse(0));
    out.putInt(number.map(told -> told.server().number()).orElse(0));
  }

  private static void putBytes(ByteBuffer out, byte[] bytes) {
    out.putInt(bytes.length).put(bytes);
  }

  private static Optional<ProposalNumber> number(ByteBuffer in) {
    int round = in.getInt();
    int server = in.getInt();
    return round == 0
        ? Optional.empty()
        : Optional.of(new ProposalNumber(round, new ServerId(server)));
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a length in it is wrong");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Optional<Proposal> proposal(Optional<ProposalNumber> number, String text) {
    return number.map(told -> new Proposal(told, new Value(text)));
  }
}
