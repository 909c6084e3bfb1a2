package paxoscope.rpc;

import java.io.IOException;
import java.util.List;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a call, and is stricter than the library: no attributes, one value in each parameter. */
final class CallParser extends XmlRpcRequestParser {

  private static final WireTypes TYPES = new WireTypes();
  private static final int DEPTH_OF_PARAM = 3;

  private int depth;
  private int parameters;

  private CallParser(XmlRpcStreamConfig config) {
    super(config, TYPES);
  }

  /**
   * A call as it came.
   *
   * @param method the method's name
   * @param values the parameters as the library's parser gives them
   */
  record Call(String method, List<?> values) {}

  /**
   * Reads a call.
   *
   * @param xml the body of the request
   * @param config the library's configuration
   * @return the call
   * @throws NodeFault if it is none
   */
  static Call parse(byte[] xml, XmlRpcStreamConfig config) {
    CallParser parser = new CallParser(config);
    try {
      XmlReaders.read(xml, parser);
    } catch (SAXParseException wrong) {
      throw notACall(
          " at line %d, column %d".formatted(wrong.getLineNumber(), wrong.getColumnNumber()));
    } catch (SAXException | IOException | StackOverflowError wrong) {
      throw notACall("");
    } catch (NotUnderstood wrong) {
      throw new NodeFault(NodeFault.Code.BAD_PARAMETER, wrong.getMessage());
    } catch (RuntimeException wrong) {
      // The library trusts its input here and there, and stumbles over what it did not expect.
      throw notACall("");
    }
    if (parser.getMethodName() == null) {
      throw notACall("");
    }
    List<?> values = parser.getParams() == null ? List.of() : parser.getParams();
    if (values.size() != parser.parameters) {
      throw new NodeFault(
          NodeFault.Code.NOT_A_CALL, "Each param of a call must hold exactly one value.");
    }
    return new Call(parser.getMethodName().strip(), values);
  }

  private static NodeFault notACall(String where) {
    return new NodeFault(
        NodeFault.Code.NOT_A_CALL,
        "This is not an XML-RPC call, or holds what a node does not accept (a DTD, an entity, an"
            + " attribute, more than "
            + SafeParsers.MAXIMUM_DEPTH
            + " levels)"
            + where
            + ".");
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    if (attributes.getLength() > 0) {
      throw new SAXParseException("an attribute", getDocumentLocator());
    }
    depth++;
    if (depth == DEPTH_OF_PARAM) {
      parameters++;
    }
    super.startElement(uri, localName, qName, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    depth--;
    super.endElement(uri, localName, qName);
  }
}
