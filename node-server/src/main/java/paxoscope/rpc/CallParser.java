package paxoscope.rpc;

import java.io.IOException;
import java.util.List;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a call, and is stricter than the library, which overlooks attributes, text beside a value's
 * type, a member without a value, and a second value in a parameter.
 */
final class CallParser extends XmlRpcRequestParser {

  private static final WireTypes TYPES = new WireTypes();

  // For each open element, from the outermost: its name, and how many elements it has so far.
  private final String[] names = new String[SafeParsers.MAXIMUM_DEPTH + 2];
  private final int[] children = new int[SafeParsers.MAXIMUM_DEPTH + 2];
  private int depth;

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
      UncarriedCharacters.requireNone(xml);
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
    children[depth]++;
    require(attributes.getLength() == 0);
    require(children[depth] == 1 || !"value".equals(names[depth]));
    depth++;
    names[depth] = localName;
    children[depth] = 0;
    super.startElement(uri, localName, qName, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    switch (localName) {
      case "param" -> require(children[depth] == 1);
      case "member" -> require(children[depth] == 2);
      default -> {}
    }
    depth--;
    super.endElement(uri, localName, qName);
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    require(
        children[depth] == 0
            || !"value".equals(names[depth])
            || new String(text, start, length).isBlank());
    super.characters(text, start, length);
  }

  private void require(boolean isPlain) throws SAXParseException {
    if (!isPlain) {
      throw new SAXParseException("not plain XML-RPC", getDocumentLocator());
    }
  }
}
