/** Shows drawings on the screen. */
package paxoscope.ui.picture;
