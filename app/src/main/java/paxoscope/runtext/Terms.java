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

  private final Map<String, ServerId> servers = new HashMap<>();
  private final Map<String, ProposalNumber> numbers = new HashMap<>();
  private final Map<Object, Object> shared = new HashMap<>();

  Terms(Membership membership) {
    membership.servers().forEach(server -> servers.put(server.toString(), server));
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
    ServerId server = servers.get(name);
    if (server == null) {
      throw new IllegalArgumentException(
          "'%s' is no server of this run: it has S1 to S%d."
              .formatted(name.length() <= 20 ? name : name.substring(0, 20), servers.size()));
    }
    return server;
  }

  ProposalNumber number(String text) {
    ProposalNumber known = numbers.get(text);
    if (known != null) {
      return known;
    }
    ProposalNumber number = ProposalNumber.parse(text);
    server(number.server().toString());
    if (numbers.size() >= MOST_SHARED) {
      numbers.clear();
    }
    numbers.put(text, number);
    return number;
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
