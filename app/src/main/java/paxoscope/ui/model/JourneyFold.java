package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.TraceStep;

/** Follows messages from step to step. */
final class JourneyFold {

  private static final int BEFORE_THE_RECORD = 0;

  private final List<Journey> journeys = new ArrayList<>();
  private final Set<Integer> open = new LinkedHashSet<>();
  private final Map<ItemName, Integer> occurrences = new HashMap<>();
  private int number;

  /** The messages so far, in the order in which they entered a gate. */
  List<Journey> journeys() {
    return journeys;
  }

  /** Takes one more step in. */
  void add(TraceStep step) {
    number++;
    Optional<ItemName> decided = decided(step.decision());
    for (NodeEvent event : step.events()) {
      if (event.kind() == NodeEvent.Kind.RESTARTED) {
        endAll(journey -> journey.owner().equals(event.node()), Journey.Kind.FORGOTTEN);
      }
      event
          .message()
          .filter(message -> message.leg() != Leg.TIMER)
          .ifPresent(message -> take(event, message, decided));
    }
    Journey.Kind otherwise =
        switch (step.outcome()) {
          case UNREACHABLE -> Journey.Kind.NOBODY_THERE;
          case DONE, UNKNOWN -> Journey.Kind.UNKNOWN;
        };
    if (step.outcome() != TraceStep.Outcome.DONE) {
      decided.ifPresent(name -> endAll(journey -> journey.name().equals(name), otherwise));
    }
  }

  private static Optional<ItemName> decided(Decision decision) {
    return switch (decision) {
      case Decision.Deliver deliver -> Optional.of(deliver.item());
      case Decision.Resend resend -> Optional.of(resend.item());
      case Decision.Drop drop -> Optional.of(drop.item());
      case Decision.Restart _,
          Decision.Propose _,
          Decision.Fire _,
          Decision.Duplicate _,
          Decision.Crash _,
          Decision.Recover _,
          Decision.Observed _ ->
          Optional.empty();
    };
  }

  private void take(NodeEvent event, Outbound message, Optional<ItemName> decided) {
    switch (event.kind()) {
      case HELD, DUPLICATED -> enter(event, message);
      case HANDLED -> end(event, message, decided, Journey.Kind.HANDLED);
      case REFUSED -> end(event, message, decided, Journey.Kind.REFUSED);
      case IGNORED -> end(event, message, decided, Journey.Kind.IGNORED);
      case DROPPED -> end(event, message, decided, Journey.Kind.LOST);
      case UNKNOWN ->
          find(event, message, decided).ifPresent(index -> end(index, Journey.Kind.UNKNOWN));
      case STARTED, PROPOSED, TIMER, DECIDED, COMMITTED, ANSWERED, RESTARTED, EXTERNAL -> {
        // Nothing travels.
      }
    }
  }

  private void enter(NodeEvent event, Outbound message) {
    int occurrence = occurrences.merge(name(message, BEFORE_THE_RECORD), 1, Integer::sum);
    open.add(journeys.size());
    journeys.add(
        new Journey(
            name(message, occurrence),
            message,
            event.node(),
            event.itemId().orElse(""),
            number,
            Optional.empty()));
  }

  private static ItemName name(Outbound message, int occurrence) {
    return new ItemName(message.kind(), message.from(), message.to(), message.number(), occurrence);
  }

  private void end(
      NodeEvent event, Outbound message, Optional<ItemName> decided, Journey.Kind kind) {
    int index =
        find(event, message, decided)
            .orElseGet(
                () -> {
                  journeys.add(
                      new Journey(
                          name(message, BEFORE_THE_RECORD),
                          message,
                          message.from(),
                          "",
                          BEFORE_THE_RECORD,
                          Optional.empty()));
                  return journeys.size() - 1;
                });
    end(index, kind);
  }

  private void end(int index, Journey.Kind kind) {
    journeys.set(index, journeys.get(index).ended(number, kind));
    open.remove(index);
  }

  private void endAll(Predicate<Journey> wanted, Journey.Kind kind) {
    List.copyOf(open).stream()
        .filter(index -> wanted.test(journeys.get(index)))
        .forEach(index -> end(index, kind));
  }

  // By the name that was decided on, else by the gate's id, else the first of the same content.
  private Optional<Integer> find(NodeEvent event, Outbound message, Optional<ItemName> decided) {
    return first(
            journey ->
                journey.content().equals(message) && decided.equals(Optional.of(journey.name())))
        .or(
            () ->
                first(
                    journey ->
                        journey.owner().equals(event.node())
                            && event.itemId().equals(Optional.of(journey.gateId()))))
        .or(() -> first(journey -> journey.content().equals(message)));
  }

  private Optional<Integer> first(Predicate<Journey> wanted) {
    return open.stream().filter(index -> wanted.test(journeys.get(index))).findFirst();
  }
}
