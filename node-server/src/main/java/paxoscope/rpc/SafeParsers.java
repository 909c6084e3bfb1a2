package paxoscope.rpc;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/**
 * Makes XML parsers that read plain, shallow elements and nothing else: no DTD, no entities, no
 * access to anything outside the document, and no output of their own.
 */
final class SafeParsers extends SAXParserFactory {

  /** The deepest nesting of elements; a value costs one to three levels for each of its own. */
  static final int MAXIMUM_DEPTH = 64;

  // XML-RPC has no attributes at all.
  private static final int MAXIMUM_ATTRIBUTES = 8;
  private static final int MAXIMUM_NAME_LENGTH = 256;
  private static final int BUFFER_LENGTH = 1024;

  private final SAXParserFactory parsers;

  SafeParsers() {
    parsers = SAXParserFactory.newDefaultNSInstance();
    try {
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
      parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    } catch (ParserConfigurationException | SAXException missing) {
      throw new IllegalStateException("This JVM's XML parser cannot be made safe.", missing);
    }
  }

  @Override
  public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
    SAXParser parser = parsers.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    parser.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAXIMUM_DEPTH));
    parser.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MAXIMUM_ATTRIBUTES));
    parser.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(MAXIMUM_NAME_LENGTH));
    // Without a DTD there are no entities to bound. But these limits count "&amp;" and the like
    // too,
    // across the whole document, and would refuse long texts that are full of them.
    parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    parser.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    // Most documents are a few hundred bytes: larger buffers cost more than the reading.
    parser.setProperty("http://apache.org/xml/properties/input-buffer-size", BUFFER_LENGTH);
    parser.getXMLReader().setErrorHandler(new Strict());
    return parser;
  }

  @Override
  public void setFeature(String name, boolean value) {
    throw new UnsupportedOperationException("The features of these parsers are fixed.");
  }

  @Override
  public boolean getFeature(String name)
      throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
    return parsers.getFeature(name);
  }

  /** Without a handler of its own, the JDK's parser writes fatal errors to standard error. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
