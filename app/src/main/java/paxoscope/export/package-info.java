/** Pictures and texts of a run for use outside the program. */
package paxoscope.export;
