package paxoscope.rpc;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.serializer.XmlRpcWriter;
import org.xml.sax.SAXException;

/** Turns the XML of a call into the XML of its answer. Knows nothing of HTTP. */
final class CallAnswerer {

  private static final XmlRpcHttpRequestConfigImpl CONFIG = new XmlRpcHttpRequestConfigImpl();
  private static final WireTypes TYPES = new WireTypes();
  private static final XmlText TEXT = new XmlText();

  private final MethodTable methods;

  CallAnswerer(MethodTable methods) {
    this.methods = methods;
  }

  /**
   * Reads a call. Carrying it out may take long, and needs its XML no more.
   *
   * @param xml the body of the request
   * @return carries the call out and gives the body of the response, a result or a fault; it throws
   *     {@link ConnectionEnds} if there is to be no answer
   */
  Supplier<byte[]> read(byte[] xml) {
    try {
      CallParser.Call call = CallParser.parse(xml, CONFIG);
      return () -> answer(call);
    } catch (NodeFault fault) {
      return () -> fault(fault.code(), fault.getMessage());
    }
  }

  private byte[] answer(CallParser.Call call) {
    try {
      Object result = methods.call(call.method(), call.values());
      return write(writer -> writer.write(CONFIG, result));
    } catch (NodeFault fault) {
      return fault(fault.code(), fault.getMessage());
    } catch (NotUnderstood unwritable) {
      return fault(
          NodeFault.Code.INTERNAL, "The answer cannot be sent. " + unwritable.getMessage());
    } catch (SAXException unwritable) {
      return fault(
          NodeFault.Code.INTERNAL,
          "The answer cannot be sent: it is longer than %d MiB, or of no type on the wire."
              .formatted(XmlText.MAXIMUM_LENGTH / (1024 * 1024)));
    }
  }

  private interface Part {
    void write(XmlRpcWriter writer) throws SAXException;
  }

  private static byte[] write(Part part) throws SAXException {
    ByteArrayOutputStream xml = new ByteArrayOutputStream(1024);
    part.write(new XmlRpcWriter(CONFIG, TEXT.getXmlWriter(CONFIG, xml), TYPES));
    return xml.toByteArray();
  }

  private static byte[] fault(NodeFault.Code code, String text) {
    try {
      return write(writer -> writer.write(CONFIG, code.number(), printable(text)));
    } catch (SAXException impossible) {
      throw new IllegalStateException("A fault cannot be written.", impossible);
    }
  }

  // A fault may quote what the caller has sent, cut off anywhere.
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(
            character ->
                Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE
                        || (character & 0xFFFE) == 0xFFFE
                    ? ' '
                    : character)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
