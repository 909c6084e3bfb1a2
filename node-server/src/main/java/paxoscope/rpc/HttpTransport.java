package paxoscope.rpc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcHttpTransport;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.xml.sax.SAXException;

/**
 * Carries one call of the library's client over {@link HttpCalls}. The library's own transports
 * have no deadline for an answer that drips in, follow redirects, and unpack what is compressed
 * without a bound.
 */
final class HttpTransport extends XmlRpcHttpTransport {

  private final HttpCalls calls;
  private CallConfig config;
  private byte[] answer;

  HttpTransport(XmlRpcClient client, HttpCalls calls) {
    super(client, "Paxoscope");
    this.calls = calls;
  }

  @Override
  protected void initHttpHeaders(XmlRpcRequest request) {
    // HttpCalls sets the headers. This is the first thing that a transport is told of a call.
    config = (CallConfig) request.getConfig();
  }

  @Override
  protected void setRequestHeader(String header, String value) {
    throw new UnsupportedOperationException("HttpCalls sets the headers.");
  }

  @Override
  protected void setContentLength(int length) {
    // HttpCalls counts for itself.
  }

  @Override
  protected void writeRequest(ReqWriter writer) throws XmlRpcException, IOException, SAXException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    writer.write(body);
    config.setSent(body.toByteArray());
    answer = calls.post(body.toByteArray(), config.deadlineMillis());
    config.setReceived(answer);
  }

  @Override
  protected InputStream getInputStream() {
    return new ByteArrayInputStream(answer);
  }

  @Override
  protected boolean isResponseGzipCompressed(XmlRpcStreamRequestConfig requestConfig) {
    return false;
  }

  @Override
  protected Object readResponse(XmlRpcStreamRequestConfig requestConfig, InputStream stream) {
    AnswerParser parser = new AnswerParser(requestConfig, getClient().getTypeFactory());
    try {
      XmlReaders.read(answer, parser);
    } catch (SAXException | IOException | StackOverflowError | ClassCastException wrong) {
      throw new NotUnderstood("The answer is not XML-RPC.");
    }
    return parser.result();
  }

  @Override
  protected void close() {
    // Nothing is open: the answer is here, whole.
  }
}
