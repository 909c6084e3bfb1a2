package paxoscope.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/** The members of a struct, read by name. A member that is nil counts as one that is not there. */
final class Members {

  private final Map<?, ?> members;
  private final String what;

  private Members(Map<?, ?> members, String what) {
    this.members = members;
    this.what = what;
  }

  /**
   * Looks at a struct.
   *
   * @param value what the parser gave
   * @param what what it is, for error texts: "meta", "the message"
   * @return its members
   */
  static Members of(Object value, String what) {
    if (value instanceof Map<?, ?> struct) {
      return new Members(struct, what);
    }
    throw new NotUnderstood(what + " must be a struct.");
  }

  /**
   * Refuses members that have no meaning here: most are misspelt ones.
   *
   * @param known the names that have one
   * @return these members
   */
  Members only(Set<String> known) {
    for (Object name : members.keySet()) {
      if (!(name instanceof String text) || !known.contains(text)) {
        throw new NotUnderstood(
            "%s has no member '%s'; it may have: %s."
                .formatted(
                    what,
                    Wire.shorten(String.valueOf(name)),
                    String.join(", ", known.stream().sorted().toList())));
      }
    }
    return this;
  }

  <T> Optional<T> optional(String name, BiFunction<Object, String, T> reader) {
    Object value = members.get(name);
    return value == null ? Optional.empty() : Optional.of(reader.apply(value, label(name)));
  }

  <T> T required(String name, BiFunction<Object, String, T> reader) {
    Object value = members.get(name);
    if (value == null) {
      throw new NotUnderstood("%s needs the member '%s'.".formatted(what, name));
    }
    return reader.apply(value, label(name));
  }

  String text(String name) {
    return required(name, Wire::text);
  }

  String textOrEmpty(String name) {
    return optional(name, Wire::text).orElse("");
  }

  int integer(String name) {
    return required(name, (value, label) -> Wire.integer(value, label, 0, Integer.MAX_VALUE));
  }

  Optional<Integer> optionalInteger(String name) {
    return optional(name, (value, label) -> Wire.integer(value, label, 0, Integer.MAX_VALUE));
  }

  boolean flag(String name) {
    return required(name, Wire::flag);
  }

  ServerId server(String name) {
    return required(name, Wire::server);
  }

  ProposalNumber number(String name) {
    return required(name, Wire::number);
  }

  Optional<ProposalNumber> optionalNumber(String name) {
    return optional(name, Wire::number);
  }

  Value value(String name) {
    return required(name, Wire::value);
  }

  /** A proposal travels as two members, which are there together or not at all. */
  Optional<Proposal> proposal(String numberName, String valueName) {
    Optional<ProposalNumber> number = optionalNumber(numberName);
    Optional<Value> value = optional(valueName, Wire::value);
    if (number.isPresent() != value.isPresent()) {
      throw new NotUnderstood(
          "%s must have both '%s' and '%s', or neither.".formatted(what, numberName, valueName));
    }
    return number.map(given -> new Proposal(given, value.orElseThrow()));
  }

  <T> List<T> list(String name, BiFunction<Object, String, T> reader) {
    return required(name, Wire::list).stream()
        .map(item -> reader.apply(item, "an item of " + label(name)))
        .toList();
  }

  private String label(String name) {
    return name + " of " + what;
  }
}
