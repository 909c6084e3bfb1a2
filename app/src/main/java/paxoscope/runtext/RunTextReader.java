package paxoscope.runtext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/**
 * Reads a run line by line. What it has taken is checked; the first line that is wrong ends it. For
 * one run, and one thread at a time.
 */
public final class RunTextReader {

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String NO_RUN =
      "this is no run of Paxoscope, for a run begins with {\"paxoscope\":\"run\"";
  private static final String CUT_OFF =
      "Line %d was cut off in the middle of being written and is left out; all before it is here.";

  private final List<CallText> calls = new ArrayList<>();
  private final Map<ServerId, NodeEvent> last = new HashMap<>();
  private final List<NodeEvent> events = new ArrayList<>();
  private List<Members> stamps = List.of();
  private Optional<TraceStep> open = Optional.empty();
  private RecordedTrace trace;
  private Terms terms;
  private int lines;

  /**
   * Reads a whole text.
   *
   * @param text the text
   * @return the run
   * @throws RunTextException with one clear line if it is no run or damaged
   */
  public static RecordedRun parse(String text) {
    RunTextReader reader = new RunTextReader();
    int begin = 0;
    int end = text.indexOf('\n');
    while (end >= 0) {
      reader.take(text.substring(begin, end));
      begin = end + 1;
      end = text.indexOf('\n', begin);
    }
    return reader.finish(text.substring(begin));
  }

  /**
   * Takes the next line.
   *
   * @param line the line, without its end
   * @throws RunTextException with one clear line if it does not belong into a run
   */
  public void take(String line) {
    lines++;
    if (trace == null) {
      begin(line);
      return;
    }
    try {
      if (!line.isBlank()) {
        take(Json.parse(line));
      }
    } catch (IllegalArgumentException wrong) {
      throw new RunTextException("line " + lines + ": " + wrong.getMessage());
    }
  }

  /**
   * Takes what stands after the last line end, and ends the run. A program that is stopped while it
   * writes leaves a line without its end there.
   *
   * @param rest the text of it; usually empty
   * @return the run
   * @throws RunTextException with one clear line if there is no run, or the rest is whole and wrong
   */
  public RecordedRun finish(String rest) {
    Optional<String> notice = Optional.empty();
    if (lines == 0 || !rest.isBlank()) {
      if (trace == null || isWhole(rest)) {
        take(rest);
      } else {
        notice = Optional.of(CUT_OFF.formatted(lines + 1));
      }
    }
    closeStep();
    return new RecordedRun(trace, calls, notice);
  }

  /**
   * How many lines it has taken.
   *
   * @return 0 or more
   */
  public int lines() {
    return lines;
  }

  private static boolean isWhole(String line) {
    try {
      Json.parse(line);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  // Some editors put a mark before the first character, to say that the text is UTF-8.
  private void begin(String marked) {
    String line = marked.startsWith(BYTE_ORDER_MARK) ? marked.substring(1) : marked;
    if (line.isEmpty()) {
      throw new RunTextException("line 1: the line is empty; " + NO_RUN + ".");
    }
    Members members;
    try {
      members = Json.parse(line);
    } catch (IllegalArgumentException _) {
      throw new RunTextException(
          line.startsWith("{\"paxoscope\"")
              ? "line 1: it was cut off or damaged, and without it a run cannot be read."
              : "line 1: " + NO_RUN + ".");
    }
    if (!members.has("paxoscope")) {
      throw new RunTextException("line 1: " + NO_RUN + ".");
    }
    try {
      RunHeader header = HeaderText.read(members);
      trace = new RecordedTrace(header);
      terms = new Terms(new Membership(header.ports().size()));
    } catch (IllegalArgumentException wrong) {
      throw new RunTextException("line 1: " + wrong.getMessage());
    }
  }

  private void take(Members line) {
    if (line.has("step")) {
      requireAllStamped();
      closeStep();
      open = Optional.of(step(line));
    } else if (line.has("stamps")) {
      requireStep("the stamps");
      stamps = line.objects("stamps");
    } else if (line.has("event")) {
      requireStep("the event");
      take(event(line));
    } else if (line.has("xml")) {
      calls.add(call(line.object("xml")));
    } else {
      throw new IllegalArgumentException(
          "it has none of the members step, stamps, event and xml, one of which a line must have.");
    }
  }

  private void requireStep(String what) {
    if (open.isEmpty()) {
      throw new IllegalArgumentException(what + " must stand below a step.");
    }
  }

  private TraceStep step(Members line) {
    Decision decision = DecisionText.read(line, terms);
    Optional<Outbound> subject =
        line.optionalObject("subject").map(item -> MessageText.read(item, terms));
    return new TraceStep(
        decision,
        subject,
        terms.shared(line.textOr("column", "")),
        terms.shared(line.textOr("caption", "")),
        line.optionalText("outcome").map(RunTextReader::outcome).orElse(TraceStep.Outcome.DONE),
        List.of());
  }

  private static TraceStep.Outcome outcome(String text) {
    return switch (text) {
      case "done" -> TraceStep.Outcome.DONE;
      case "unreachable" -> TraceStep.Outcome.UNREACHABLE;
      case "unknown" -> TraceStep.Outcome.UNKNOWN;
      default -> throw new IllegalArgumentException("'" + text + "' is no outcome of a step.");
    };
  }

  private NodeEvent event(Members line) {
    ServerId node = terms.server(line.text("node"));
    NodeEvent.Kind kind = NodeEvent.Kind.ofWireName(line.text("event"));
    Optional<Outbound> message =
        line.optionalObject("message").map(item -> MessageText.read(item, terms));
    boolean entersGate = kind == NodeEvent.Kind.HELD || kind == NodeEvent.Kind.DUPLICATED;
    if (entersGate && message.isEmpty()) {
      throw new IllegalArgumentException(
          "'message' is missing: something was " + kind.wireName() + ".");
    }
    Stamp.Place place = Stamp.Place.after(last.get(node));
    Stamp stamp =
        events.size() < stamps.size()
            ? Stamp.read(stamps.get(events.size()), place)
            : Stamp.unknown(place);
    int port = trace.header().ports().get(node.number() - 1);
    return new NodeEvent(
        node,
        stamp.incarnation(),
        stamp.sequence(),
        stamp.clock(),
        stamp.at(),
        kind,
        message,
        stamp.gateId(),
        line.optionalText("value").map(terms::value),
        terms.shared(line.textOr("note", "")),
        StateText.read(
            place.stateOr(StateText.blank(node, port)),
            stamp.incarnation(),
            stamp.node(),
            line.optionalObject("state"),
            terms),
        DetailsText.read(line, terms));
  }

  private void take(NodeEvent event) {
    events.add(event);
    last.put(event.node(), event);
  }

  private CallText call(Members call) {
    return new CallText(
        terms.server(call.text("owner")),
        call.texts("ids"),
        call.text("request"),
        call.optionalText("response"));
  }

  // The last step may have been cut off; of one that another follows, each event was written.
  private void requireAllStamped() {
    if (!stamps.isEmpty() && stamps.size() != events.size()) {
      throw new IllegalArgumentException(
          "the step above has %d stamps and %d events: a line is missing, or one too many."
              .formatted(stamps.size(), events.size()));
    }
  }

  private void closeStep() {
    open.ifPresent(
        step ->
            trace.append(
                new TraceStep(
                    step.decision(),
                    step.subject(),
                    step.column(),
                    step.caption(),
                    step.outcome(),
                    events)));
    open = Optional.empty();
    events.clear();
    stamps = List.of();
  }
}
