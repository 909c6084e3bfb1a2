/** The window: joins its areas and shows them. */
package paxoscope.ui;
