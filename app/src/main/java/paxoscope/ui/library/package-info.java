/** The scenarios that have no button of their own. */
package paxoscope.ui.library;
