package paxoscope.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a proposer has heard in one phase of one round. A server is in at most one of the three; its
 * first answer counts, and an answer that comes although none was expected any more counts too.
 *
 * @param granted who has granted the phase's request
 * @param refusals the refusals, in the order in which they arrived
 * @param unanswered the servers from which no answer is expected any more
 */
public record Answers(
    Set<ServerId> granted, List<Message.Nack> refusals, Set<ServerId> unanswered) {

  /** Nobody has answered yet. */
  public static final Answers NONE = new Answers(Set.of(), List.of(), Set.of());

  /** Keeps own copies. */
  public Answers {
    granted = ServerSets.copyOf(granted);
    refusals = List.copyOf(refusals);
    unanswered = ServerSets.copyOf(unanswered);
  }

  boolean isAnswered(ServerId server) {
    return granted.contains(server)
        || refusals.stream().anyMatch(nack -> nack.from().equals(server));
  }

  Answers withGrant(ServerId server) {
    return new Answers(
        ServerSets.with(granted, server), refusals, ServerSets.without(unanswered, server));
  }

  Answers withRefusal(Message.Nack nack) {
    List<Message.Nack> more = new ArrayList<>(refusals);
    more.add(nack);
    return new Answers(granted, more, ServerSets.without(unanswered, nack.from()));
  }

  Answers withSilence(Collection<ServerId> servers) {
    List<ServerId> silent = new ArrayList<>(unanswered);
    servers.stream().filter(server -> !isAnswered(server)).forEach(silent::add);
    return new Answers(granted, refusals, ServerSets.copyOf(silent));
  }

  /** How many servers will not grant the request, as far as one knows. */
  int failures() {
    return refusals.size() + unanswered.size();
  }
}
