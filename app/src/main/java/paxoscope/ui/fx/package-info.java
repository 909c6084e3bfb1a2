/** The door to the window's thread. */
package paxoscope.ui.fx;
