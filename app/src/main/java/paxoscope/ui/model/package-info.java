/** What the window shows and does, without the toolkit's controls. */
package paxoscope.ui.model;
