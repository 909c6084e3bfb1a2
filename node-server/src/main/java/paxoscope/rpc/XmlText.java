package paxoscope.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.ws.commons.serialize.XMLWriterImpl;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.serializer.XmlWriterFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Writes XML in UTF-8 so that every text arrives as it was: the library's own writer breaks
 * characters beyond U+FFFF in two. A text that XML cannot carry is refused before anything is sent.
 */
final class XmlText implements XmlWriterFactory {

  /** The longest document, in characters: the limit of both sides for answers. */
  static final int MAXIMUM_LENGTH = 16 * 1024 * 1024;

  @Override
  public ContentHandler getXmlWriter(XmlRpcStreamConfig config, OutputStream stream) {
    XMLWriterImpl writer = new CheckedWriter();
    writer.setEncoding(StandardCharsets.UTF_8.name());
    writer.setDeclarating(true);
    writer.setIndenting(false);
    writer.setFlushing(true);
    writer.setWriter(new Utf8(stream));
    return writer;
  }

  /** Refuses what XML 1.0 section 2.2 does not allow in a document. */
  private static final class CheckedWriter extends XMLWriterImpl {
    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
      int end = start + length;
      for (int i = start; i < end; i++) {
        char character = text[i];
        if (character >= 0x20 && character < Character.MIN_SURROGATE) {
          continue;
        }
        if (Character.isHighSurrogate(character)
            && i + 1 < end
            && Character.isLowSurrogate(text[i + 1])) {
          i++;
        } else if (!isAllowedAlone(character)) {
          throw new NotUnderstood(
              "A text must not contain the character U+%04X: XML cannot carry it."
                  .formatted((int) character));
        }
      }
      super.characters(text, start, length);
    }

    private static boolean isAllowedAlone(char character) {
      return character == '\t'
          || character == '\n'
          || character == '\r'
          || (character > Character.MAX_SURROGATE && character < 0xFFFE);
    }

    // Asked for every character beyond markup: UTF-8 has them all.
    @Override
    public boolean canEncode(char character) {
      return true;
    }
  }

  /** Collects the document and encodes it in one go: the library writes one character at a time. */
  private static final class Utf8 extends Writer {
    private final OutputStream stream;
    private char[] text = new char[1024];
    private int length;

    Utf8(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int character) throws IOException {
      makeRoom(1);
      text[length++] = (char) character;
    }

    @Override
    public void write(char[] source, int start, int count) throws IOException {
      makeRoom(count);
      System.arraycopy(source, start, text, length, count);
      length += count;
    }

    @Override
    public void write(String source, int start, int count) throws IOException {
      makeRoom(count);
      source.getChars(start, start + count, text, length);
      length += count;
    }

    private void makeRoom(int count) throws IOException {
      if (length + count > text.length) {
        if (length + count > MAXIMUM_LENGTH) {
          throw new IOException("longer than " + MAXIMUM_LENGTH + " characters");
        }
        text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
      }
    }

    @Override
    public void flush() throws IOException {
      stream.write(new String(text, 0, length).getBytes(StandardCharsets.UTF_8));
      length = 0;
    }

    @Override
    public void close() throws IOException {
      flush();
      stream.close();
    }
  }
}
