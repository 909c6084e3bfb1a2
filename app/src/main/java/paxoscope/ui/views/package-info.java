/** The place in the window where one of the views of a run is shown. */
package paxoscope.ui.views;
