/** The window's texts. */
package paxoscope.ui.words;
