package paxoscope.runtext;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object to a line: what is known of JSON, and its limits, is here. */
final class Json {

  /** What no line of a run comes near to, so that a hostile file costs no more than its size. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(16)
          .maxNumberLength(40)
          .maxNameLength(200)
          .maxStringLength(4 * 1024 * 1024)
          .build();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Writes the members of an object. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /** A line with its end. */
  static String line(Body body) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Text in memory could not be written.", impossible);
    }
    return text.append('\n').toString();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException with one clear line if it is anything but one JSON object
   */
  static Members parse(String line) {
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("this is no JSON object.");
      }
      Map<String, Object> members = object(json);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("there is more after the JSON object.");
      }
      return new Members(members);
    } catch (JsonEOFException early) {
      throw new IllegalArgumentException("this is no JSON: the line ends too early.", early);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(
          "this is no JSON: "
              + wrong.getOriginalMessage().lines().findFirst().orElse("it ends too early")
              + place(wrong),
          wrong);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Text in memory could not be read.", impossible);
    }
  }

  private static String place(JacksonException wrong) {
    return wrong.getLocation() == null
        ? "."
        : " (at character " + wrong.getLocation().getColumnNr() + ").";
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (members.containsKey(name)) {
        throw new IllegalArgumentException("'" + name + "' is there twice.");
      }
      members.put(name, value(json));
    }
    return members;
  }

  private static List<Object> array(JsonParser json) throws IOException {
    List<Object> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> wholeNumber(json);
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalArgumentException("this is no JSON: a value is missing.");
    };
  }

  // A member that this program does not know may hold a number that no long holds.
  private static Object wholeNumber(JsonParser json) throws IOException {
    return switch (json.getNumberType()) {
      case INT, LONG -> (Object) json.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> (Object) json.getDoubleValue();
    };
  }
}
