package paxoscope.rpc;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/** Reads single values as the library's parser gives them; each with a name for the error text. */
final class Wire {

  private static final int LONGEST_SHOWN = 40;
  private static final int LONGEST_NAME = 200;

  private Wire() {}

  static String text(Object value, String name) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "a string", value);
  }

  /** A name that a caller gives to itself or to its run: short, and kept in every event. */
  static String shortText(Object value, String name) {
    String text = text(value, name);
    if (text.length() > LONGEST_NAME) {
      throw new NotUnderstood(
          "%s must not be longer than %d characters.".formatted(name, LONGEST_NAME));
    }
    return text;
  }

  static int integer(Object value, String name, int lowest, int highest) {
    long number =
        switch (value) {
          case Integer small -> small;
          case Long large -> large;
          case null, default -> throw wrong(name, "an int", value);
        };
    if (number < lowest || number > highest) {
      throw new NotUnderstood(
          "%s must be %d to %d, not %d.".formatted(name, lowest, highest, number));
    }
    return (int) number;
  }

  static boolean flag(Object value, String name) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "a boolean", value);
  }

  /** A point in time in milliseconds, which travels as a double because an int is too short. */
  static long millis(Object value, String name) {
    if (value instanceof Double number && Double.isFinite(number)) {
      return Math.round(number);
    }
    return integer(value, name, 0, Integer.MAX_VALUE);
  }

  static List<?> list(Object value, String name) {
    if (value instanceof Object[] items) {
      return Arrays.asList(items);
    }
    throw wrong(name, "an array", value);
  }

  static ServerId server(Object value, String name) {
    return new ServerId(integer(value, name, 1, Integer.MAX_VALUE));
  }

  static ProposalNumber number(Object value, String name) {
    String text = text(value, name);
    return named(name, () -> ProposalNumber.parse(text));
  }

  /** A value of the cluster; an int is taken as its decimal text. */
  static Value value(Object value, String name) {
    String text =
        switch (value) {
          case String given -> given;
          case Integer small -> small.toString();
          case Long large -> large.toString();
          case null, default -> throw wrong(name, "a string (or an int)", value);
        };
    return named(name, () -> new Value(text));
  }

  /**
   * Makes something whose own check gives a clear line.
   *
   * @param name what to put before that line
   * @param maker makes it
   * @return what was made
   */
  static <T> T named(String name, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException wrong) {
      throw new NotUnderstood(name + ": " + wrong.getMessage());
    }
  }

  static String shorten(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  private static NotUnderstood wrong(String name, String wanted, Object value) {
    String given =
        switch (value) {
          case null -> "nil";
          case String _ -> "a string";
          case Integer _, Long _ -> "an int";
          case Boolean _ -> "a boolean";
          case Double _ -> "a double";
          case Object[] _ -> "an array";
          default -> "a struct";
        };
    return new NotUnderstood("%s must be %s, not %s.".formatted(name, wanted, given));
  }
}
