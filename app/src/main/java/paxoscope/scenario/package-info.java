/**
 * Scenarios: what is to be released in which order, with the boxes that must come of it. Reads and
 * prints text; opening files is done elsewhere.
 */
package paxoscope.scenario;
