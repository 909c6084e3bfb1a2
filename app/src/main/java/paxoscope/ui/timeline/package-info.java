/** The time line. */
package paxoscope.ui.timeline;
