package paxoscope.benchmark;

import java.util.List;

/** Measures one thing, and says how it turned out. */
interface Benchmark {

  /**
   * The name by which it is chosen on the command line.
   *
   * @return one word
   */
  String name();

  /**
   * Measures. What it starts has ended when this returns or throws.
   *
   * @param place where the program lies, and where files may go
   * @return the rows of the table, in their order
   */
  List<Row> measure(Place place);
}
