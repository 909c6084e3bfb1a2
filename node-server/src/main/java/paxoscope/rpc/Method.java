package paxoscope.rpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One method of the interface.
 *
 * @param name its full name
 * @param signatures the ways to call it: the type of the answer, then those of the parameters
 * @param help what it does, for people
 * @param body carries it out
 */
record Method(String name, List<List<String>> signatures, String help, Body body) {

  /** Carries out a call. */
  interface Body {
    /**
     * Carries out a call.
     *
     * @param parameters as many as one of the signatures has
     * @return the answer, of the types that the wire knows
     */
    Object call(Parameters parameters);
  }

  /**
   * Describes a method whose last parameters may be left out.
   *
   * @param name its full name
   * @param result the type of its answer
   * @param required the types of the parameters that must be there, such as {@code "string, int"}
   * @param optional those that may follow
   * @param help what it does
   * @param body carries it out
   * @return the method
   */
  static Method of(
      String name, String result, String required, String optional, String help, Body body) {
    List<List<String>> signatures = new ArrayList<>();
    List<String> signature = new ArrayList<>(List.of(result));
    signature.addAll(types(required));
    signatures.add(List.copyOf(signature));
    for (String type : types(optional)) {
      signature.add(type);
      signatures.add(List.copyOf(signature));
    }
    return new Method(name, List.copyOf(signatures), help, body);
  }

  private static List<String> types(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
  }

  /**
   * Carries out a call, if it has the right number of parameters.
   *
   * @param parameters what came
   * @param count how many came
   * @return the answer
   */
  Object call(Parameters parameters, int count) {
    int fewest = signatures.getFirst().size() - 1;
    int most = signatures.getLast().size() - 1;
    if (count < fewest || count > most) {
      throw new NotUnderstood(
          "%s takes %s, not %d. %s".formatted(name, countText(fewest, most), count, firstLine()));
    }
    return body.call(parameters);
  }

  private static String countText(int fewest, int most) {
    if (most == 0) {
      return "no parameters";
    }
    String plural = most == 1 ? " parameter" : " parameters";
    return fewest == most ? fewest + plural : fewest + " to " + most + plural;
  }

  private String firstLine() {
    int end = help.indexOf('\n');
    return "Call it so: " + (end < 0 ? help : help.substring(0, end));
  }
}
