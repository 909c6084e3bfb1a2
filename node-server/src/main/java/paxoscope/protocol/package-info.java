/**
 * Basic (single-decree) Paxos as pure functions: no clock, thread, random number, I/O or log.
 *
 * <p>A {@link paxoscope.protocol.Participant} is one server in all three roles. Its {@code handle}
 * takes an {@link paxoscope.protocol.Input} and gives a {@link paxoscope.protocol.Step}: the next
 * state, what is to be sent, and what happened. The same code runs in the nodes, in the tests that
 * enumerate interleavings, and in the check of a scenario before it is played.
 *
 * <p>Sources, cited by short name: <b>PMS</b> is Leslie Lamport, <i>Paxos Made Simple</i> (2001);
 * <b>PTP</b> is Leslie Lamport, <i>The Part-Time Parliament</i> (1998).
 */
package paxoscope.protocol;
