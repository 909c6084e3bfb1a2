/** The space-time view: a lane for each server, an arrow for each message. */
package paxoscope.ui.spacetime;
