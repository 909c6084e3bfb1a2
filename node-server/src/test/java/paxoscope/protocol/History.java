package paxoscope.protocol;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has ever happened, in no order: an acceptor changes its mind, but what it once accepted
 * stays true.
 *
 * @param wanted the values that clients have asked for
 * @param acceptances who has ever accepted what
 * @param decided what proposers have ever taken for chosen
 * @param promised the highest number that each acceptor has ever promised
 * @param violations what servers have complained of
 */
record History(
    Set<Value> wanted,
    Set<Acceptance> acceptances,
    Set<Proposal> decided,
    Map<ServerId, ProposalNumber> promised,
    Set<String> violations) {

  static final History EMPTY = new History(Set.of(), Set.of(), Set.of(), Map.of(), Set.of());

  record Acceptance(ServerId acceptor, Proposal proposal) {}

  /** What a server's handling of an input adds to the history. */
  static History of(Input input, Step step) {
    Set<Value> wanted = input instanceof Input.Propose propose ? Set.of(propose.value()) : Set.of();
    Set<Acceptance> acceptances = new HashSet<>();
    Set<Proposal> decided = new HashSet<>();
    for (Output output : step.outputs()) {
      if (output instanceof Output.Decided decision) {
        decided.add(decision.chosen());
      } else if (output instanceof Output.Send(Message.Accepted accepted)
          && input instanceof Input.Received(Message.Accept accept)) {
        acceptances.add(new Acceptance(accepted.from(), accept.proposal()));
      }
    }
    Optional<ProposalNumber> promised = step.next().acceptor().promised();
    return new History(
        wanted,
        acceptances,
        decided,
        promised.map(number -> Map.of(step.next().self(), number)).orElse(Map.of()),
        Set.of());
  }

  static History of(ProtocolViolation violation) {
    return new History(Set.of(), Set.of(), Set.of(), Map.of(), Set.of(violation.getMessage()));
  }

  History and(History more) {
    Map<ServerId, ProposalNumber> highest = new TreeMap<>(promised);
    more.promised.forEach(
        (server, number) -> highest.merge(server, number, (a, b) -> a.isHigherThan(b) ? a : b));
    return new History(
        union(wanted, more.wanted),
        union(acceptances, more.acceptances),
        union(decided, more.decided),
        highest,
        union(violations, more.violations));
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Chosen: a majority has accepted the proposal, at whatever time each of them did. */
  Set<Proposal> chosen(Membership membership) {
    return acceptances.stream()
        .collect(Collectors.groupingBy(Acceptance::proposal, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(count -> count.getValue() >= membership.majority())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
