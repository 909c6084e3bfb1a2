package paxoscope.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.Link;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/** A server is asked by a client, dies, comes back, or forgets everything. */
final class ServerSteps {

  private final Scene scene;

  ServerSteps(Scene scene) {
    this.scene = scene;
  }

  Telling proposed(ServerId server, Value value) {
    if (scene.step().outcome() != TraceStep.Outcome.DONE) {
      return about(StepKind.PROPOSE_UNHEARD, server).with("value", Words.value(value));
    }
    List<Message.Prepare> sent = preparesOf(server);
    if (sent.isEmpty()) {
      return about(StepKind.PROPOSE_UNSEEN, server).with("value", Words.value(value)).by(server);
    }
    boolean decided = scene.before().chosen().isPresent();
    TreeSet<ServerId> asked = new TreeSet<>();
    sent.forEach(prepare -> asked.add(prepare.to()));
    return about(decided ? StepKind.PROPOSE_DECIDED : StepKind.PROPOSE_BEGUN, server)
        .by(server)
        .with("value", Words.value(value))
        .with("number", sent.getFirst().number())
        .with("asked", asked(asked))
        .with("chosen", scene.before().chosen().map(c -> Words.value(c.value())).orElse("?"))
        .proven(decided ? scene.history().chosenStep() : 0);
  }

  private String asked(TreeSet<ServerId> asked) {
    return asked.size() == scene.size()
        ? Texts.fill(Phrase.WORD_ALL_SERVERS, Map.of("size", String.valueOf(scene.size())))
        : Words.servers(asked);
  }

  private List<Message.Prepare> preparesOf(ServerId server) {
    List<Message.Prepare> prepares = new ArrayList<>();
    scene.step().events().stream()
        .filter(event -> event.kind() == NodeEvent.Kind.HELD)
        .flatMap(event -> event.message().stream())
        .forEach(
            item -> {
              if (item instanceof Message.Prepare prepare && prepare.from().equals(server)) {
                prepares.add(prepare);
              }
            });
    return prepares;
  }

  Telling crashed(ServerId server) {
    if (scene.step().outcome() != TraceStep.Outcome.DONE) {
      return about(StepKind.SILENT, server);
    }
    long alive = scene.after().servers().stream().filter(ServerView::alive).count();
    ServerView view = scene.before().server(server);
    StepKind kind = isBlank(view) ? StepKind.CRASH_BLANK : StepKind.CRASH_KEEPS;
    if (alive < scene.majority()) {
      kind = StepKind.CRASH_NO_MAJORITY;
    }
    return about(kind, server).with("disk", disk(view)).with("alive", alive);
  }

  Telling recovered(ServerId server) {
    if (scene.step().outcome() != TraceStep.Outcome.DONE) {
      return about(StepKind.RECOVER_FAILS, server);
    }
    ServerView view = scene.after().server(server);
    return about(isBlank(view) ? StepKind.RECOVER_BLANK : StepKind.RECOVER_KEEPS, server)
        .with("disk", disk(view))
        .proven(
            view.promised().map(number -> scene.history().promiseStep(server, number)).orElse(0));
  }

  Telling paused(ServerId server) {
    long going =
        scene.after().servers().stream().filter(view -> view.alive() && !view.paused()).count();
    StepKind kind = going < scene.majority() ? StepKind.PAUSE_NO_MAJORITY : StepKind.PAUSE;
    return about(kind, server).with("alive", going);
  }

  Telling resumed(ServerId server) {
    ServerView before = scene.before().server(server);
    return before.paused()
        ? about(StepKind.RESUME, server).with("since", before.pausedSince())
        : about(StepKind.ANSWERS_AGAIN, server).with("since", before.downSince());
  }

  Telling wired(StepKind kind, Link link) {
    return Telling.of(kind).with("from", link.from()).with("to", link.to());
  }

  Telling restarted() {
    return Telling.of(StepKind.RESTART).with("size", scene.size());
  }

  private Telling about(StepKind kind, ServerId server) {
    return Telling.of(kind)
        .with("server", server)
        .with("size", scene.size())
        .with("majority", scene.majority());
  }

  private static boolean isBlank(ServerView view) {
    return view.promised().isEmpty() && view.accepted().isEmpty() && view.fileContents().isEmpty();
  }

  private static String disk(ServerView view) {
    List<String> parts = new ArrayList<>();
    add(parts, Phrase.DISK_PROMISED, view.promised().map(Object::toString));
    add(parts, Phrase.DISK_ACCEPTED, view.accepted().map(Words::proposal));
    add(parts, Phrase.DISK_FILE, view.committed().map(proposal -> Words.value(proposal.value())));
    return parts.isEmpty() ? Texts.fill(Phrase.DISK_NOTHING) : String.join(", ", parts);
  }

  private static void add(List<String> parts, Phrase phrase, Optional<String> word) {
    word.ifPresent(text -> parts.add(Texts.fill(phrase, Map.of("it", text))));
  }
}
