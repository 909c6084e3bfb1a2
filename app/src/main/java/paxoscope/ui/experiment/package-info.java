/** The sheet of the experiment: what to measure, how far it is, and the plot of it. */
package paxoscope.ui.experiment;
