/**
 * Says in words what happened at a step of a trace, why, and which rule of Paxos it follows from.
 * Keeps no state; all texts are in the resource bundle {@code Narration}.
 */
package paxoscope.narration;
