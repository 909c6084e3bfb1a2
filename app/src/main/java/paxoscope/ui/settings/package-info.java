/** What the window remembers. */
package paxoscope.ui.settings;
