package paxoscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * The boxes of a growing run. Each step is read once, when it is first asked for; what was read of
 * an earlier moment is the beginning of what is read of a later one. Used by one thread at a time.
 */
public final class CallBoxes {

  /** More than any screen has room for, and few enough to be drawn while one steps. */
  private static final int MOST_BOXES = 1_000;

  private record At(ServerId server, ProposalNumber number) {}

  private record Told(Proposal accepted, ServerId by) {}

  private final Trace trace;
  private final Columns columns;
  private final List<CallBox> boxes = new ArrayList<>();
  private final List<CallBox> ofSlide = new ArrayList<>();
  private final Set<String> slideColumns;
  private final List<Adoption> adoptions = new ArrayList<>();
  private final Map<At, CallBox> promisedAt = new HashMap<>();
  private final Map<At, CallBox> acceptedAt = new HashMap<>();
  private final Map<ProposalNumber, Told> told = new HashMap<>();
  private final Set<ProposalNumber> decidedOn = new HashSet<>();
  private final Set<ProposalNumber> begun = new HashSet<>();
  private int read;

  /**
   * Nothing is read yet.
   *
   * @param trace the run
   */
  public CallBoxes(Trace trace) {
    this.trace = trace;
    this.columns = new Columns(trace.header().reference());
    this.slideColumns =
        trace.header().reference().stream()
            .flatMap(slide -> slide.boxes().stream())
            .map(Box::column)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The run that is read.
   *
   * @return the trace
   */
  public Trace trace() {
    return trace;
  }

  /**
   * What the diagram shows at a moment.
   *
   * @param cursor the moment
   * @return the boxes until then, of a long run the last ones, and what is to be said of them
   */
  public SlideContent at(int cursor) {
    while (read < cursor) {
      TraceStep next = trace.step(read + 1);
      read++;
      take(next);
    }
    int count = countUntil(cursor, boxes, CallBox::step);
    int first = first(count);
    List<CallBox> seen = List.copyOf(boxes.subList(first, count));
    return SlideContent.of(
        trace, cursor, first > 0, seen, ofSlide(seen, cursor), adoptions(seen, cursor));
  }

  /**
   * What the diagram shows at a moment, or of a long run before it: as far as its first columns are
   * among what is shown.
   *
   * @param cursor the moment
   * @return the boxes from the first on
   */
  SlideContent beginningAt(int cursor) {
    SlideContent whole = at(cursor);
    return whole.boxes().size() < MOST_BOXES ? whole : at(boxes.get(MOST_BOXES - 1).step());
  }

  // A column that has begun before is shown whole.
  private int first(int count) {
    int first = Math.max(0, count - MOST_BOXES);
    while (first > 0 && boxes.get(first - 1).column().equals(boxes.get(first).column())) {
      first--;
    }
    return first;
  }

  /** The boxes that stand in columns of the slide, of the scenario that was played last. */
  private List<CallBox> ofSlide(List<CallBox> seen, int cursor) {
    int end = countUntil(cursor, ofSlide, CallBox::step);
    int begin = end;
    int part = seen.isEmpty() ? 0 : seen.getLast().column().part();
    // A scenario puts at most one call of a server into a column of its own.
    while (begin > 0 && ofSlide.get(begin - 1).column().part() == part) {
      begin--;
    }
    return ofSlide.subList(begin, end);
  }

  private List<Adoption> adoptions(List<CallBox> seen, int cursor) {
    int end = countUntil(cursor, adoptions, adoption -> adoption.to().step());
    List<Adoption> shown = new ArrayList<>();
    for (Adoption adoption : adoptions.subList(0, end).reversed()) {
      if (seen.isEmpty() || adoption.to().step() < seen.getFirst().step()) {
        break;
      }
      if (adoption.from().step() >= seen.getFirst().step()) {
        shown.add(adoption);
      }
    }
    return shown.reversed();
  }

  /**
   * The message that a box stands for.
   *
   * @param call a box of this run
   * @return its way; empty if the run does not tell of it
   */
  public Optional<Passage> messageOf(CallBox call) {
    Box box = call.box();
    Outbound.Kind kind = box.phase() == 1 ? Outbound.Kind.PREPARE : Outbound.Kind.ACCEPT;
    return trace.passagesBetween(call.step(), call.step()).stream()
        .filter(passage -> passage.endStep() == call.step())
        .filter(passage -> passage.content().kind() == kind)
        .filter(passage -> passage.content().to().equals(box.server()))
        .filter(passage -> passage.content().number().equals(box.number()))
        .findFirst();
  }

  private static <T> int countUntil(int cursor, List<T> items, ToIntFunction<T> step) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (step.applyAsInt(items.get(middle)) <= cursor) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void take(TraceStep step) {
    for (NodeEvent event : step.events()) {
      switch (event.message().orElse(null)) {
        case Message.Promise promise when event.kind() == NodeEvent.Kind.HANDLED -> hear(promise);
        case Message.Accept accept when event.kind() == NodeEvent.Kind.HELD ->
            decidedOn.add(accept.number());
        case null, default -> {
          // Other messages are no reason to take a value over.
        }
      }
      BoxDiagram.box(event, step.column()).ifPresent(box -> add(box, event));
      if (event.kind() == NodeEvent.Kind.RESTARTED) {
        forget(event.node());
      }
    }
  }

  /** The proposer goes on with the highest-numbered proposal that it has heard of in time. */
  private void hear(Message.Promise promise) {
    if (promise.accepted().isPresent() && !decidedOn.contains(promise.number())) {
      Told news = new Told(promise.accepted().get(), promise.from());
      told.merge(
          promise.number(),
          news,
          (before, now) ->
              now.accepted().number().isHigherThan(before.accepted().number()) ? now : before);
    }
  }

  private void add(Box box, NodeEvent event) {
    Optional<CallBox.Obstacle> obstacle =
        box.refused() ? event.state().promised().map(n -> obstacle(box, n)) : Optional.empty();
    CallBox call = new CallBox(box, columns.place(box), read, obstacle);
    boxes.add(call);
    if (slideColumns.contains(call.column().name())) {
      ofSlide.add(call);
    }
    if (box.phase() == 2 && begun.add(box.number())) {
      adoption(call).ifPresent(adoptions::add);
    }
    if (!box.refused()) {
      At place = new At(box.server(), box.number());
      promisedAt.putIfAbsent(place, call);
      if (box.phase() == 2) {
        acceptedAt.put(place, call);
      }
    }
  }

  private CallBox.Obstacle obstacle(Box refused, ProposalNumber promised) {
    CallBox where = promisedAt.get(new At(refused.server(), promised));
    return new CallBox.Obstacle(promised, where == null ? "" : where.column().label());
  }

  // A proposer that finds its own value again has not taken over anybody's.
  private Optional<Adoption> adoption(CallBox first) {
    ProposalNumber number = first.box().number();
    return Optional.ofNullable(told.get(number))
        .filter(news -> news.accepted().value().text().equals(first.box().value()))
        .filter(news -> !news.accepted().number().server().equals(number.server()))
        .map(news -> acceptedAt.get(new At(news.by(), news.accepted().number())))
        .map(source -> new Adoption(source, first));
  }

  // A server that has forgotten everything may use its numbers a second time.
  private void forget(ServerId server) {
    promisedAt.keySet().removeIf(place -> place.server().equals(server));
    acceptedAt.keySet().removeIf(place -> place.server().equals(server));
    told.keySet().removeIf(number -> number.server().equals(server));
    decidedOn.removeIf(number -> number.server().equals(server));
    begun.removeIf(number -> number.server().equals(server));
  }
}
