/** The scenarios and their parameters. */
package paxoscope.ui.topbar;
