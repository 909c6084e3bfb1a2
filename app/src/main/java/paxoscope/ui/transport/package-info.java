/** Moving through a run. */
package paxoscope.ui.transport;
