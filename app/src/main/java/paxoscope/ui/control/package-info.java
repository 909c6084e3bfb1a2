/** The drawn controls. */
package paxoscope.ui.control;
