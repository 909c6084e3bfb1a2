package paxoscope.rpc;

import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.xml.sax.SAXException;

/**
 * Reads an answer. The library's own parser trusts a fault's members to be of the right types, and
 * deserializes one of them (CVE-2019-17570); here a fault is a checked code and a checked text.
 */
final class AnswerParser extends XmlRpcResponseParser {

  private Object result;
  private NodeFault fault;

  AnswerParser(XmlRpcStreamRequestConfig config, TypeFactory types) {
    super(config, types);
  }

  @Override
  protected void addResult(Object value) throws SAXException {
    if (isSuccess()) {
      result = value;
    } else {
      Members members = Members.of(value, "the fault");
      int code =
          members.required(
              "faultCode",
              (given, label) -> Wire.integer(given, label, Integer.MIN_VALUE, Integer.MAX_VALUE));
      fault = new NodeFault(NodeFault.Code.of(code), members.text("faultString"));
    }
  }

  /**
   * What the call gave.
   *
   * @return the result
   * @throws NodeFault if the answer is a fault
   * @throws NotUnderstood if there was neither
   */
  Object result() {
    if (fault != null) {
      throw fault;
    }
    if (result == null) {
      throw new NotUnderstood("There is no result in the answer.");
    }
    return result;
  }
}
