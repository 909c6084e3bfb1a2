package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;

/** Messages and timers as members of a line. */
final class MessageText {

  private MessageText() {}

  static void write(JsonGenerator json, String name, Outbound item) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("kind", item.kind().toString());
    json.writeStringField("from", item.from().toString());
    json.writeStringField("to", item.to().toString());
    json.writeStringField("number", item.number().toString());
    switch (item) {
      case Message.Accept accept ->
          json.writeStringField("value", accept.proposal().value().text());
      case Message.Commit commit ->
          json.writeStringField("value", commit.proposal().value().text());
      case Message.Promise promise -> {
        if (promise.accepted().isPresent()) {
          writeProposal(json, "accepted", promise.accepted().get());
        }
      }
      case Message.Nack nack -> {
        json.writeStringField("refused", nack.refused().toString());
        json.writeStringField("promised", nack.promised().toString());
      }
      case Timer timer -> json.writeNumberField("attempt", timer.attempt());
      case Message.Prepare _, Message.Accepted _ -> {
        // Their number says all.
      }
    }
    json.writeEndObject();
  }

  static void writeProposal(JsonGenerator json, String name, Proposal proposal) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("number", proposal.number().toString());
    json.writeStringField("value", proposal.value().text());
    json.writeEndObject();
  }

  static Outbound read(Members item, Terms terms) {
    Outbound.Kind kind = Outbound.Kind.of(item.text("kind"));
    ServerId from = terms.server(item.text("from"));
    ServerId to = terms.server(item.text("to"));
    ProposalNumber number = terms.number(item.text("number"));
    Outbound read =
        switch (kind) {
          case PREPARE -> new Message.Prepare(from, to, number);
          case PROMISE -> new Message.Promise(from, to, number, terms.proposal(item, "accepted"));
          case ACCEPT -> new Message.Accept(from, to, proposal(item, number, terms));
          case ACCEPTED -> new Message.Accepted(from, to, number);
          case NACK ->
              new Message.Nack(
                  from,
                  to,
                  number,
                  Outbound.Kind.of(item.text("refused")),
                  terms.number(item.text("promised")));
          case COMMIT -> new Message.Commit(from, to, proposal(item, number, terms));
          case RETRY, TIME_OUT -> new Timer(kind, from, number, item.number("attempt"));
        };
    return terms.shared(read);
  }

  private static Proposal proposal(Members item, ProposalNumber number, Terms terms) {
    return terms.shared(new Proposal(number, terms.value(item.text("value"))));
  }
}
