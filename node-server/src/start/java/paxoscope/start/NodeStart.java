package paxoscope.start;

/**
 * The first class of {@code java -jar paxoscope-node.jar}. It is compiled for Java 11, so that an
 * older Java can say in one line what it lacks, instead of failing on the other classes.
 */
public final class NodeStart {

  private static final int NEEDED = 25;

  private NodeStart() {}

  /**
   * Hands over to the node.
   *
   * @param arguments the command line
   * @throws ReflectiveOperationException if the jar is not whole
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    int found = Runtime.version().feature();
    if (found < NEEDED) {
      System.err.println(
          "paxoscope-node: this is Java "
              + found
              + ", a node needs Java "
              + NEEDED
              + " or newer: start it with that one, or with \"paxoscope node\", which looks for"
              + " one");
      System.exit(1);
    }
    // By name: the compiler for Java 11 cannot read the class.
    Class.forName("paxoscope.node.NodeMain")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
