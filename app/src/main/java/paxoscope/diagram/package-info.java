/**
 * The diagrams of a run as drawings: each is a function of a trace, a moment and the room there is.
 * They are shown in the window and saved as pictures.
 */
package paxoscope.diagram;
