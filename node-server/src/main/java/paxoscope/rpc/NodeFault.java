package paxoscope.rpc;

/** A node has refused a call and changed nothing. */
public final class NodeFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /**
   * Names the reason.
   *
   * @param code the kind of reason
   * @param message one clear line for the caller
   */
  public NodeFault(Code code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * The kind of reason.
   *
   * @return the code
   */
  public Code code() {
    return code;
  }

  /** The fault codes of a node; the numbers are part of its interface. */
  public enum Code {
    /** The XML is not an XML-RPC call. */
    NOT_A_CALL(1),
    /** There is no such method. */
    NO_SUCH_METHOD(2),
    /** A parameter is missing, too many, of a wrong type, or out of range. */
    BAD_PARAMETER(3),
    /** No correct cluster sends this: agreement or uniqueness is broken. */
    PROTOCOL_VIOLATION(4),
    /** The message belongs to another run. */
    OTHER_RUN(5),
    /** Another driver holds the gate. */
    DRIVEN_BY_ANOTHER(6),
    /** The gate has no item of this id. */
    NO_SUCH_ITEM(7),
    /** The node is stopping, or its disk has failed. */
    NOT_AVAILABLE(8),
    /** The node has failed inside; its log says how. */
    INTERNAL(9);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /**
     * The number on the wire.
     *
     * @return the faultCode
     */
    public int number() {
      return number;
    }

    /**
     * Finds a code by its number.
     *
     * @param number a faultCode
     * @return the code; {@link #INTERNAL} for one that is not known here
     */
    public static Code of(int number) {
      for (Code code : values()) {
        if (code.number == number) {
          return code;
        }
      }
      return INTERNAL;
    }
  }
}
