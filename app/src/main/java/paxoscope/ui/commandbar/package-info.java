/** Typed commands. */
package paxoscope.ui.commandbar;
