/** The duel of two proposers, repeated on the nodes, and how long it takes at each dial setting. */
package paxoscope.experiment;
