package paxoscope.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ProtocolViolation;
import paxoscope.protocol.ServerId;

/**
 * All methods that a node answers to, with the usual introspection. Whatever goes wrong in a call
 * comes out as a {@link NodeFault}; only the end of the process ({@link ConnectionEnds}) does not.
 */
final class MethodTable {

  private static final System.Logger LOG = System.getLogger(MethodTable.class.getName());
  private static final String MULTICALL = "system.multicall";
  private static final int MOST_CALLS_AT_ONCE = 100;

  private final Map<String, Method> methods = new TreeMap<>();
  private final ServerId self;
  private final Membership membership;

  MethodTable(NodeApi node, ServerId self, Membership membership) {
    this.self = self;
    this.membership = membership;
    NodeMethods.of(node).forEach(this::add);
    add(
        Method.of(
            "system.listMethods",
            "array",
            "",
            "",
            "system.listMethods() -> [name]\nThe names of all methods.",
            _ -> List.copyOf(methods.keySet())));
    add(
        Method.of(
            "system.methodSignature",
            "array",
            "string",
            "",
            """
            system.methodSignature(name) -> [[type of the answer, types of the parameters]]
            The ways to call a method. A value may be an int wherever a string is named for it.\
            """,
            call -> find(Wire.text(call.raw(0), "name")).signatures()));
    add(
        Method.of(
            "system.methodHelp",
            "string",
            "string",
            "",
            "system.methodHelp(name) -> text\nWhat a method does.",
            call -> find(Wire.text(call.raw(0), "name")).help()));
    add(
        Method.of(
            MULTICALL,
            "array",
            "array",
            "",
            """
            system.multicall([{methodName, params}]) -> [[answer] or {faultCode, faultString}]
            Up to 100 calls in one, carried out one after another.\
            """,
            call -> multicall(Wire.list(call.raw(0), "calls"))));
  }

  private void add(Method method) {
    methods.put(method.name(), method);
  }

  /**
   * Carries out a call.
   *
   * @param name the method's name
   * @param values the parameters as the library's parser gives them
   * @return the answer, of the types that the wire knows
   * @throws NodeFault for whatever went wrong
   */
  Object call(String name, List<?> values) {
    try {
      return find(name).call(new Parameters(values, self, membership), values.size());
    } catch (NodeFault | ConnectionEnds asTheyAre) {
      throw asTheyAre;
    } catch (NotUnderstood wrong) {
      throw new NodeFault(NodeFault.Code.BAD_PARAMETER, wrong.getMessage());
    } catch (ProtocolViolation violation) {
      throw new NodeFault(NodeFault.Code.PROTOCOL_VIOLATION, violation.getMessage());
    } catch (RuntimeException | StackOverflowError inside) {
      LOG.log(System.Logger.Level.ERROR, "The call " + name + " has failed.", inside);
      throw new NodeFault(NodeFault.Code.INTERNAL, "The node has failed inside; its log says how.");
    }
  }

  private Method find(String name) {
    Method method = methods.get(name);
    if (method == null) {
      throw new NodeFault(
          NodeFault.Code.NO_SUCH_METHOD,
          "There is no method '%s'; system.listMethods names all.".formatted(Wire.shorten(name)));
    }
    return method;
  }

  private List<Object> multicall(List<?> calls) {
    if (calls.size() > MOST_CALLS_AT_ONCE) {
      throw new NotUnderstood(
          "calls must hold at most %d calls, not %d.".formatted(MOST_CALLS_AT_ONCE, calls.size()));
    }
    List<Object> answers = new ArrayList<>();
    for (Object item : calls) {
      answers.add(oneOf(item));
    }
    return answers;
  }

  private Object oneOf(Object item) {
    try {
      Members members = Members.of(item, "each of calls");
      String name = members.text("methodName");
      List<?> params = members.optional("params", Wire::list).orElse(List.of());
      if (name.equals(MULTICALL)) {
        throw new NotUnderstood(MULTICALL + " cannot call itself.");
      }
      return List.of(call(name, params));
    } catch (NotUnderstood wrong) {
      return fault(NodeFault.Code.BAD_PARAMETER, wrong.getMessage());
    } catch (NodeFault fault) {
      return fault(fault.code(), fault.getMessage());
    }
  }

  private static Map<String, Object> fault(NodeFault.Code code, String text) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("faultCode", code.number());
    members.put("faultString", text);
    return members;
  }
}
