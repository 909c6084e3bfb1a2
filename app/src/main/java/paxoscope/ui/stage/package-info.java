/** The stage. */
package paxoscope.ui.stage;
