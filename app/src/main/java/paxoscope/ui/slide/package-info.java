/** The slide view: the box diagram of the lectures, drawn from what the servers have done. */
package paxoscope.ui.slide;
