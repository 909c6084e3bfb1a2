package paxoscope.runtext;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * Reads the words that a run is written in, of one cluster. What is equal becomes one object, so
 * that a long run costs the memory of what is different in it.
 */
final class Terms {

  private static final int MOST_SHARED = 8192;

  private final Membership membership;
  private final Map<Object, Object> shared = new HashMap<>();

  Terms(Membership membership) {
    this.membership = membership;
  }

  /** The first of all that were equal to it. */
  @SuppressWarnings("unchecked") // What is equal to a T here is a T: records, enums and text.
  <T> T shared(T term) {
    if (shared.size() >= MOST_SHARED) {
      shared.clear();
    }
    return (T) shared.computeIfAbsent(term, same -> same);
  }

  /** A server of the cluster by its name, such as S3. */
  ServerId server(String name) {
    String digits = name.startsWith("S") ? name.substring(1) : "";
    if (digits.matches("[1-9][0-9]?")) {
      ServerId server = new ServerId(Integer.parseInt(digits));
      if (membership.contains(server)) {
        return shared(server);
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no server of this run: it has S1 to S%d."
            .formatted(name.length() <= 20 ? name : name.substring(0, 20), membership.size()));
  }

  ProposalNumber number(String text) {
    ProposalNumber number = ProposalNumber.parse(text);
    server(number.server().toString());
    return shared(number);
  }

  Value value(String text) {
    return shared(new Value(text));
  }

  /** The proposal in a member; empty if the member is not there or null. */
  Optional<Proposal> proposal(Members members, String name) {
    return members
        .optionalObject(name)
        .map(
            proposal ->
                shared(
                    new Proposal(number(proposal.text("number")), value(proposal.text("value")))));
  }
}
