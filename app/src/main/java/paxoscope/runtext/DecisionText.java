package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.Link;

/** Decisions as members of the line of their step. */
final class DecisionText {

  /** Such as {@code Prepare 3.1 S1 > S2 #2}, see {@link ItemName#toString()}. */
  private static final Pattern ITEM =
      Pattern.compile(
          "([A-Za-z]{1,10}) ([0-9.]{3,21}) (S[0-9]{1,2}) > (S[0-9]{1,2})(?: #([0-9]{1,9}))?");

  private DecisionText() {}

  /** Writes which decision it is, as the member {@code step}, and what belongs to it. */
  static void write(JsonGenerator json, Decision decision) throws IOException {
    switch (decision) {
      case Decision.Restart restart -> {
        json.writeStringField("step", "restart");
        json.writeStringField("run", restart.run());
      }
      case Decision.Propose propose -> writePropose(json, propose);
      case Decision.Deliver deliver -> writeItem(json, "deliver", deliver.item());
      case Decision.Fire fire -> writeItem(json, "fire", fire.item());
      case Decision.Drop drop -> writeItem(json, "drop", drop.item());
      case Decision.Duplicate duplicate -> writeItem(json, "duplicate", duplicate.item());
      case Decision.Resend resend -> writeItem(json, "resend", resend.item());
      case Decision.Crash crash -> writeServer(json, "crash", crash.server());
      case Decision.Recover recover -> writeServer(json, "recover", recover.server());
      case Decision.Pause pause -> writeServer(json, "pause", pause.server());
      case Decision.Resume resume -> writeServer(json, "resume", resume.server());
      case Decision.Cut cut -> writeLink(json, "cut", cut.link());
      case Decision.Heal heal -> writeLink(json, "heal", heal.link());
      case Decision.Observed _ -> json.writeStringField("step", "observed");
    }
  }

  private static void writeItem(JsonGenerator json, String step, ItemName item) throws IOException {
    json.writeStringField("step", step);
    json.writeStringField("item", item.toString());
  }

  private static void writeServer(JsonGenerator json, String step, ServerId server)
      throws IOException {
    json.writeStringField("step", step);
    json.writeStringField("server", server.toString());
  }

  private static void writeLink(JsonGenerator json, String step, Link link) throws IOException {
    json.writeStringField("step", step);
    json.writeStringField("from", link.from().toString());
    json.writeStringField("to", link.to().toString());
  }

  private static void writePropose(JsonGenerator json, Decision.Propose propose)
      throws IOException {
    writeServer(json, "propose", propose.server());
    json.writeStringField("value", propose.value().text());
    writeOptions(json, propose.options());
  }

  static void writeOptions(JsonGenerator json, ProposeOptions options) throws IOException {
    json.writeObjectFieldStart("options");
    json.writeNumberField("attempts", options.attempts());
    json.writeStringField("backoff", options.backoff().name().toLowerCase(Locale.ROOT));
    if (!options.to().isEmpty()) {
      json.writeArrayFieldStart("to");
      for (ServerId server : options.to()) {
        json.writeString(server.toString());
      }
      json.writeEndArray();
    }
    if (options.firstRound().isPresent()) {
      json.writeNumberField("round", options.firstRound().get());
    }
    json.writeEndObject();
  }

  static Decision read(Members step, Terms terms) {
    String kind = step.text("step");
    return switch (kind) {
      case "restart" -> new Decision.Restart(step.textOr("run", ""));
      case "propose" ->
          new Decision.Propose(
              server(step, terms),
              terms.value(step.text("value")),
              options(step.object("options"), terms));
      case "deliver" -> new Decision.Deliver(item(step, terms));
      case "fire" -> new Decision.Fire(item(step, terms));
      case "drop" -> new Decision.Drop(item(step, terms));
      case "duplicate" -> new Decision.Duplicate(item(step, terms));
      case "resend" -> new Decision.Resend(item(step, terms));
      case "crash" -> new Decision.Crash(server(step, terms));
      case "recover" -> new Decision.Recover(server(step, terms));
      case "pause" -> new Decision.Pause(server(step, terms));
      case "resume" -> new Decision.Resume(server(step, terms));
      case "cut" -> new Decision.Cut(link(step, terms));
      case "heal" -> new Decision.Heal(link(step, terms));
      case "observed" -> new Decision.Observed();
      default -> throw new IllegalArgumentException("'" + kind + "' is no kind of step.");
    };
  }

  private static ServerId server(Members step, Terms terms) {
    return terms.server(step.text("server"));
  }

  private static Link link(Members step, Terms terms) {
    return new Link(terms.server(step.text("from")), terms.server(step.text("to")));
  }

  static ProposeOptions options(Members options, Terms terms) {
    Set<ServerId> to = new LinkedHashSet<>();
    options.texts("to").forEach(name -> to.add(terms.server(name)));
    return terms.shared(
        new ProposeOptions(
            options.number("attempts"),
            backoff(options.text("backoff")),
            to,
            options.optionalNumber("round")));
  }

  private static ProposeOptions.Backoff backoff(String text) {
    return switch (text) {
      case "random" -> ProposeOptions.Backoff.RANDOM;
      case "none" -> ProposeOptions.Backoff.NONE;
      default ->
          throw new IllegalArgumentException("'" + text + "' is no backoff: it is random or none.");
    };
  }

  private static ItemName item(Members step, Terms terms) {
    String text = step.text("item");
    Matcher matcher = ITEM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'item' must name a message as in 'Prepare 3.1 S1 > S2', not '%s'."
              .formatted(text.length() <= 60 ? text : text.substring(0, 60) + "..."));
    }
    return new ItemName(
        Outbound.Kind.of(matcher.group(1)),
        terms.server(matcher.group(3)),
        terms.server(matcher.group(4)),
        terms.number(matcher.group(2)),
        matcher.group(5) == null ? 1 : Integer.parseInt(matcher.group(5)));
  }
}
