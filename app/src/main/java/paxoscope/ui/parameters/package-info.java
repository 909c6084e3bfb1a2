/** Asks for the parameters of a scenario before it is played. */
package paxoscope.ui.parameters;
