/**
 * A run as it was recorded, and what it looked like at any moment: everything shown is {@code
 * fold(trace, cursor)}. No I/O, no protocol state of its own, no JavaFX.
 */
package paxoscope.trace;
