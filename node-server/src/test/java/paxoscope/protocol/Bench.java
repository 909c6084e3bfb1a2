package paxoscope.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One server under test: it is given inputs, and what it does is at hand afterwards. */
final class Bench {
  private Participant participant;
  private Step last;

  Bench(Participant participant) {
    this.participant = participant;
  }

  /** S1 of a cluster, as it starts for the first time. */
  static Bench ofSize(int servers) {
    return new Bench(
        Participant.start(
            new ServerId(1), new Membership(servers), Rules.ALL, DurableState.INITIAL));
  }

  Participant participant() {
    return participant;
  }

  Step.Verdict verdict() {
    return last.verdict();
  }

  /** What it has asked for in its last step. */
  List<Output> outputs() {
    return last.outputs();
  }

  Bench give(Input input) {
    last = participant.handle(input);
    participant = last.next();
    return this;
  }

  Bench give(Message message) {
    return give(new Input.Received(message));
  }

  Bench propose(String value, int attempts) {
    return give(request(7, value, attempts, Set.of(), Optional.empty()));
  }

  Bench promise(int from, String number, String... accepted) {
    Optional<Proposal> told =
        accepted.length == 0 ? Optional.empty() : Optional.of(proposal(accepted[0], accepted[1]));
    return give(new Message.Promise(server(from), participant.self(), number(number), told));
  }

  Bench accepted(int from, String number) {
    return give(new Message.Accepted(server(from), participant.self(), number(number)));
  }

  Bench nack(int from, String number, Outbound.Kind refused, String promised) {
    return give(
        new Message.Nack(
            server(from), participant.self(), number(number), refused, number(promised)));
  }

  Bench unanswered(Message.Request request) {
    return give(new Input.Unanswered(request));
  }

  Bench fire(Outbound.Kind kind, String number, int attempt) {
    return give(new Input.TimerFired(timer(kind, number, attempt)));
  }

  static Input.Propose request(
      int ticket, String value, int attempts, Set<ServerId> to, Optional<Integer> round) {
    return new Input.Propose(
        ticket,
        new Value(value),
        new ProposeOptions(attempts, ProposeOptions.Backoff.RANDOM, to, round));
  }

  static Output prepare(int to, String number) {
    return new Output.Send(
        new Message.Prepare(number(number).server(), server(to), number(number)));
  }

  static Output accept(int to, String number, String value) {
    return new Output.Send(
        new Message.Accept(number(number).server(), server(to), proposal(number, value)));
  }

  static Output commit(int to, String number, String value) {
    return new Output.Send(
        new Message.Commit(number(number).server(), server(to), proposal(number, value)));
  }

  static Output start(Outbound.Kind kind, String number, int attempt) {
    return new Output.StartTimer(timer(kind, number, attempt));
  }

  static Output cancelTimeOut(String number, int attempt) {
    return new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT, number, attempt));
  }

  static Timer timer(Outbound.Kind kind, String number, int attempt) {
    return new Timer(kind, number(number).server(), number(number), attempt);
  }

  static Proposal proposal(String number, String value) {
    return new Proposal(number(number), new Value(value));
  }

  static ProposalNumber number(String text) {
    return ProposalNumber.parse(text);
  }

  static ServerId server(int number) {
    return new ServerId(number);
  }

  static Set<ServerId> servers(int... numbers) {
    Set<ServerId> servers = new TreeSet<>();
    for (int number : numbers) {
      servers.add(server(number));
    }
    return servers;
  }
}
