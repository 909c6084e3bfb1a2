/** The sheet that asks what to make a handout of. */
package paxoscope.ui.export;
