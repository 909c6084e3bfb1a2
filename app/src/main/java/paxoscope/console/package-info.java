/** The commands without a window: from the keyboard, from a pipe, or from the command line. */
package paxoscope.console;
