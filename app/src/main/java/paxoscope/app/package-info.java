/** The command line of the program, and the one place where its parts are joined by hand. */
package paxoscope.app;
