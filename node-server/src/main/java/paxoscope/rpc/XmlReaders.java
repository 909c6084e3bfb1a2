package paxoscope.rpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xmlrpc.util.SAXParsers;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads XML with safe parsers, which it keeps for the next document: making one takes longer than
 * reading a call with it.
 */
final class XmlReaders {

  private static final SafeParsers PARSERS = new SafeParsers();

  // A parser remembers every name that it has ever seen. It is therefore kept only after documents
  // that are short, and only for so many of them: what senders can make it remember stays small.
  private static final int MAXIMUM_USES = 500;
  private static final int LONGEST_KEPT_BYTES = 8 * 1024;
  private static final Queue<Kept> KEPT = new ArrayBlockingQueue<>(8);

  static {
    JvmSettings.apply();
    // The library makes parsers of its own nowhere on our ways; if it does after all, safe ones.
    SAXParsers.setSAXParserFactory(PARSERS);
  }

  private record Kept(XMLReader reader, int uses) {}

  private XmlReaders() {}

  /** Makes sure that the library, too, has safe parsers only. */
  static void prepare() {
    // The work is done when this class is initialised.
  }

  /**
   * Reads a document.
   *
   * @param xml the document's bytes
   * @param handler takes its elements
   * @throws SAXException if it is not well-formed, or not safe
   * @throws IOException if its bytes are not in the encoding that it declares
   */
  static void read(byte[] xml, ContentHandler handler) throws SAXException, IOException {
    Kept kept = KEPT.poll();
    if (kept == null) {
      kept = new Kept(newReader(), 0);
    }
    kept.reader().setContentHandler(handler);
    kept.reader().parse(new InputSource(new ByteArrayInputStream(xml)));
    kept.reader().setContentHandler(null);
    if (xml.length <= LONGEST_KEPT_BYTES && kept.uses() < MAXIMUM_USES) {
      KEPT.offer(new Kept(kept.reader(), kept.uses() + 1));
    }
  }

  private static XMLReader newReader() throws SAXException {
    try {
      return PARSERS.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("This JVM's XML parser cannot be made safe.", impossible);
    }
  }
}
