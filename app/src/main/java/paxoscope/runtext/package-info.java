/**
 * A run as text: one JSON object to a line, so that a run can be appended to while it is played,
 * compared with {@code diff}, and read by other programs. Prints and parses lines only; files are
 * opened elsewhere. The format is described in docs/run-format.md.
 */
package paxoscope.runtext;
