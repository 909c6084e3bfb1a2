/** Two runs side by side. */
package paxoscope.ui.compare;
