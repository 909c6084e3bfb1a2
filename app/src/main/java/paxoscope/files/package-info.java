/** Where things are kept on this machine, and how they are read from and written to files. */
package paxoscope.files;
