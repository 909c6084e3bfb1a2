/** The inspector. */
package paxoscope.ui.inspector;
