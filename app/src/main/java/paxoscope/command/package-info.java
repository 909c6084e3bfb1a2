/**
 * The commands that people type, in the console and in the window's command bar: read, explained,
 * and carried out through a {@link paxoscope.director.Director}. Writes nowhere; whoever calls
 * passes an output.
 */
package paxoscope.command;
