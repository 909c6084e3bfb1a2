package paxoscope.rpc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.BooleanParser;
import org.apache.xmlrpc.parser.DoubleParser;
import org.apache.xmlrpc.parser.I4Parser;
import org.apache.xmlrpc.parser.I8Parser;
import org.apache.xmlrpc.parser.MapParser;
import org.apache.xmlrpc.parser.NullParser;
import org.apache.xmlrpc.parser.ObjectArrayParser;
import org.apache.xmlrpc.parser.StringParser;
import org.apache.xmlrpc.parser.TypeParser;
import org.apache.xmlrpc.serializer.BooleanSerializer;
import org.apache.xmlrpc.serializer.ListSerializer;
import org.apache.xmlrpc.serializer.MapSerializer;
import org.apache.xmlrpc.serializer.StringSerializer;
import org.apache.xmlrpc.serializer.TypeSerializer;
import org.apache.xmlrpc.serializer.TypeSerializerImpl;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The types on the wire: a white list, in both directions. Everything else of the library stays
 * out, above all base64 and its own extensions, which deserialize Java objects (CVE-2016-5003,
 * CVE-2019-17570). Plain {@code nil} and {@code i8}, which some clients write, are read but never
 * written.
 */
final class WireTypes extends TypeFactoryImpl {

  private static final TypeSerializer TEXT = new StringSerializer();
  private static final TypeSerializer FLAG = new BooleanSerializer();
  private static final TypeSerializer INTEGER = new IntegerSerializer();
  private static final TypeSerializer FRACTION = new FractionSerializer();

  WireTypes() {
    super(null);
  }

  @Override
  public TypeParser getParser(
      XmlRpcStreamConfig config, NamespaceContextImpl context, String namespace, String name) {
    String type = namespace == null || namespace.isEmpty() ? name : "";
    return switch (type) {
      case "int", "i4" -> new IntParser();
      case "i8" -> new LongParser();
      case "boolean" -> new FlagParser();
      case "double" -> new FractionParser();
      case "string" -> new StringParser();
      case "nil" -> new NullParser();
      case "array" -> new ObjectArrayParser(config, context, this);
      case "struct" -> new MapParser(config, context, this);
      default ->
          throw new NotUnderstood(
              "The type '%s' is not accepted: use string, int, boolean, double, array or struct."
                  .formatted(Wire.shorten(name)));
    };
  }

  @Override
  public TypeSerializer getSerializer(XmlRpcStreamConfig config, Object object)
      throws SAXException {
    return switch (object) {
      case String _ -> TEXT;
      case Integer _ -> INTEGER;
      case Boolean _ -> FLAG;
      case Double _ -> FRACTION;
      case Map<?, ?> _ -> new MapSerializer(this, config);
      case List<?> _ -> new ListSerializer(this, config);
      case null, default -> throw new SAXException("There is no type on the wire for " + object);
    };
  }

  // The library's own parsers say that it is no call at all, which sends people looking elsewhere.

  private static NotUnderstood wrong(String text, String wanted) {
    return new NotUnderstood("'%s' is not %s.".formatted(Wire.shorten(text.strip()), wanted));
  }

  private static final class IntParser extends I4Parser {
    @Override
    protected void setResult(String text) {
      try {
        super.setResult(Integer.valueOf(text.strip()));
      } catch (NumberFormatException outside) {
        throw wrong(text, "an int: it must be a whole number from -2147483648 to 2147483647");
      }
    }
  }

  private static final class LongParser extends I8Parser {
    @Override
    protected void setResult(String text) {
      try {
        super.setResult(Long.valueOf(text.strip()));
      } catch (NumberFormatException outside) {
        throw wrong(text, "an i8: it must be a whole number of at most 64 bits");
      }
    }
  }

  private static final class FlagParser extends BooleanParser {
    @Override
    protected void setResult(String text) {
      super.setResult(
          switch (text.strip()) {
            case "0" -> Boolean.FALSE;
            case "1" -> Boolean.TRUE;
            default -> throw wrong(text, "a boolean: it must be 0 or 1");
          });
    }
  }

  private static final class FractionParser extends DoubleParser {
    @Override
    protected void setResult(String text) {
      try {
        super.setResult(Double.valueOf(text.strip()));
      } catch (NumberFormatException outside) {
        throw wrong(text, "a double: it must be a decimal number");
      }
    }
  }

  /** The library writes {@code i4}; {@code int} is what people expect to read. */
  private static final class IntegerSerializer extends TypeSerializerImpl {
    @Override
    public void write(ContentHandler handler, Object object) throws SAXException {
      write(handler, "int", object.toString());
    }
  }

  /** XML-RPC knows no exponents, which the library writes from ten millions on. */
  private static final class FractionSerializer extends TypeSerializerImpl {
    @Override
    public void write(ContentHandler handler, Object object) throws SAXException {
      String text = BigDecimal.valueOf((Double) object).toPlainString();
      write(handler, "double", text.indexOf('.') < 0 ? text + ".0" : text);
    }
  }
}
