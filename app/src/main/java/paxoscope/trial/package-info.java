/**
 * Tries a scenario on the protocol alone, before any node is touched: where its script asks for
 * what cannot be, and which of its boxes do not come.
 */
package paxoscope.trial;
