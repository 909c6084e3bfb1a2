/**
 * What the program costs: time, memory, frames. Started by {@code mvn verify -Dbenchmark}; see
 * docs/benchmarks.md.
 */
package paxoscope.benchmark;
