/** Writes scenarios, beside what comes of them. */
package paxoscope.ui.editor;
