/**
 * Drawings as data: marks with colours by name. The same drawing is shown on the screen, saved as a
 * picture, and compared in tests.
 */
package paxoscope.picture;
