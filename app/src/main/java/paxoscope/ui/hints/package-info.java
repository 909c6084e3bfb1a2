/** What a first start tells. */
package paxoscope.ui.hints;
