package paxoscope.rpc;

import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * The parameters of one call, read by position and checked against the cluster. That there are
 * neither too few nor too many has been checked before.
 */
final class Parameters {

  private final List<?> values;
  private final ServerId self;
  private final Membership membership;

  Parameters(List<?> values, ServerId self, Membership membership) {
    this.values = values;
    this.self = self;
    this.membership = membership;
  }

  ServerId self() {
    return self;
  }

  boolean has(int position) {
    return position < values.size() && values.get(position) != null;
  }

  Object raw(int position) {
    return values.get(position);
  }

  ProposalNumber number(int position) {
    ProposalNumber number = Wire.number(values.get(position), "number");
    requireMember(number.server(), "number");
    return number;
  }

  Value value(int position) {
    return Wire.value(values.get(position), "value");
  }

  String text(int position, String name) {
    return Wire.shortText(values.get(position), name);
  }

  int integer(int position, String name, int highest) {
    return Wire.integer(values.get(position), name, 0, highest);
  }

  /** Meta is always the last parameter, and may be left out. */
  Optional<NodeApi.Meta> meta(int position) {
    if (!has(position)) {
      return Optional.empty();
    }
    NodeApi.Meta meta = CallCodec.readMeta(values.get(position), "meta");
    meta.sender().ifPresent(sender -> requireMember(new ServerId(sender), "sender of meta"));
    meta.addressee().ifPresent(this::requireSelf);
    return Optional.of(meta);
  }

  ProposeOptions options(int position) {
    if (!has(position)) {
      return ProposeOptions.DEFAULT;
    }
    ProposeOptions options = CallCodec.readOptions(values.get(position), "options");
    options.to().forEach(server -> requireMember(server, "to of options"));
    return options;
  }

  Optional<NodeApi.Lease> lease(int position) {
    return has(position)
        ? Optional.of(CallCodec.readLease(values.get(position), "the lease"))
        : Optional.empty();
  }

  /** A message that is addressed to this node, with members of this cluster only. */
  Message message(int position) {
    Message message = CallCodec.readMessage(values.get(position), "the message");
    requireMember(message.from(), "from of the message");
    requireMember(message.number().server(), "number of the message");
    switch (message) {
      case Message.Promise promise ->
          promise
              .accepted()
              .ifPresent(
                  accepted ->
                      requireMember(accepted.number().server(), "acceptedNumber of the message"));
      case Message.Nack nack -> requireMember(nack.promised().server(), "promised of the message");
      case Message.Prepare _, Message.Accept _, Message.Accepted _, Message.Commit _ -> {}
    }
    if (!message.to().equals(self)) {
      throw new NotUnderstood(
          "This is %s, but the message is for %s.".formatted(self, message.to()));
    }
    return message;
  }

  NodeApi.Origin origin(int position) {
    return CallCodec.readOrigin(values.get(position), "the message");
  }

  private void requireSelf(NodeApi.Addressee called) {
    if (called.server() != self.number() || called.servers() != membership.size()) {
      throw new NotUnderstood(
          "This is %s of %d servers, but the caller takes it for S%d of %d: compare the --cluster lists."
              .formatted(self, membership.size(), called.server(), called.servers()));
    }
  }

  private void requireMember(ServerId server, String name) {
    if (!membership.contains(server)) {
      throw new NotUnderstood(
          "%s: %s is not in this cluster of %d servers."
              .formatted(name, server, membership.size()));
    }
  }
}
