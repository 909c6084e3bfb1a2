/**
 * What nodes report, as plain records: events, states, held items. No I/O, no clock; who writes
 * them on a wire or into a file does that elsewhere.
 */
package paxoscope.journal;
