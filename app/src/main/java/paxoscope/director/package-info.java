/**
 * Who decides the order: plays a scenario, or a person's wishes, on a cluster by releasing held
 * messages one at a time, and records what happens. Knows no concrete cluster and no window.
 */
package paxoscope.director;
