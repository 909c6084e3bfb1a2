/** The narration. */
package paxoscope.ui.strip;
