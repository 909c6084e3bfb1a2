package paxoscope.command;

import java.util.Optional;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/**
 * One short line for a step of a run. Says what happened, not why: that is told by the window's
 * narration.
 *
 * @param header what is fixed for the run
 * @param before the cluster just before the step
 * @param step the step
 */
record StepText(RunHeader header, ClusterState before, TraceStep step) {

  /**
   * The line.
   *
   * @return such as {@code S3 promises 4.5 (had promised 3.1)}
   */
  String text() {
    return switch (step.decision()) {
      case Decision.Restart _ -> "every server has forgotten everything";
      case Decision.Propose propose ->
          propose.server() + " is asked to propose " + quoted(propose.value().text());
      case Decision.Deliver _ -> delivered("");
      case Decision.Resend _ -> delivered("late: ");
      case Decision.Fire _ -> fired();
      case Decision.Drop drop -> drop.item() + " is lost";
      case Decision.Duplicate duplicate -> duplicate.item() + " is doubled";
      case Decision.Crash crash -> crash.server() + " crashes";
      case Decision.Recover recover -> recover.server() + " is back" + remembered(recover.server());
      case Decision.Observed _ -> observed();
    };
  }

  /**
   * The kind of line.
   *
   * @return refusal and loss first, then whose proposal it is about
   */
  Tone tone() {
    if (has(NodeEvent.Kind.REFUSED)) {
      return Tone.REFUSAL;
    }
    if (isLoss()) {
      return Tone.LOSS;
    }
    if (has(NodeEvent.Kind.DECIDED)) {
      return Tone.CHOSEN;
    }
    return proposer().map(this::toneOf).orElse(Tone.PLAIN);
  }

  private boolean isLoss() {
    boolean lost =
        switch (step.decision()) {
          case Decision.Drop _, Decision.Crash _ -> true;
          case Decision.Restart _,
              Decision.Propose _,
              Decision.Deliver _,
              Decision.Fire _,
              Decision.Duplicate _,
              Decision.Resend _,
              Decision.Recover _,
              Decision.Observed _ ->
              false;
        };
    return lost || step.outcome() != TraceStep.Outcome.DONE;
  }

  private Optional<ServerId> proposer() {
    return step.decision() instanceof Decision.Propose propose
        ? Optional.of(propose.server())
        : step.subject().map(subject -> subject.number().server());
  }

  private Tone toneOf(ServerId proposer) {
    if (header.proposerA().equals(Optional.of(proposer))) {
      return Tone.PROPOSER_A;
    }
    return header.proposerB().equals(Optional.of(proposer)) ? Tone.PROPOSER_B : Tone.PLAIN;
  }

  private String delivered(String prefix) {
    if (step.subject().isEmpty()) {
      return prefix + "a message arrives";
    }
    return prefix
        + switch (step.subject().get()) {
          case Message message -> arrival(message);
          case Timer timer -> timer.from() + ": " + timer.kind() + " " + timer.number();
        };
  }

  private String arrival(Message message) {
    switch (step.outcome()) {
      case UNREACHABLE -> {
        return name(message) + " reaches nobody: " + message.to() + " is down";
      }
      case UNKNOWN -> {
        return name(message)
            + " was sent, but no answer came: "
            + message.to()
            + " may have handled it";
      }
      case DONE -> {
        // What it did there follows.
      }
    }
    if (eventOf(NodeEvent.Kind.IGNORED, message).isPresent()) {
      return message.to()
          + " gets "
          + message.kind()
          + " "
          + message.number()
          + " from "
          + message.from()
          + ", which changes nothing any more";
    }
    return switch (message) {
      case Message.Prepare prepare -> prepared(prepare);
      case Message.Accept accept -> accepted(accept);
      case Message.Promise promise ->
          promise.to()
              + " hears that "
              + promise.from()
              + " promised "
              + promise.number()
              + promise.accepted().map(StepText::carrying).orElse("")
              + decided();
      case Message.Accepted accepted ->
          accepted.to()
              + " hears that "
              + accepted.from()
              + " accepted "
              + accepted.number()
              + decided();
      case Message.Nack nack ->
          nack.to()
              + " hears that "
              + nack.from()
              + " refused "
              + nack.number()
              + " because of "
              + nack.promised();
      case Message.Commit commit -> committed(commit);
    };
  }

  private String committed(Message.Commit commit) {
    String value = quoted(commit.proposal().value().text());
    return server(commit.to()).committed().isPresent()
        ? commit.to() + " is told that " + value + " is chosen, and knows it already"
        : commit.to() + " writes " + value + " to its file";
  }

  private String prepared(Message.Prepare prepare) {
    Optional<ProposalNumber> had = server(prepare.to()).promised();
    if (eventOf(NodeEvent.Kind.REFUSED, prepare).isPresent()) {
      return refusal(prepare, "Prepare " + prepare.number());
    }
    return prepare.to()
        + " promises "
        + prepare.number()
        + had.filter(number -> !number.equals(prepare.number()))
            .map(number -> " (had promised " + number + ")")
            .orElse("");
  }

  private String accepted(Message.Accept accept) {
    String proposal = show(accept.proposal());
    if (eventOf(NodeEvent.Kind.REFUSED, accept).isPresent()) {
      return refusal(accept, "Accept " + proposal);
    }
    return accept.to() + " accepts " + proposal;
  }

  private String refusal(Message message, String what) {
    return message.to()
        + " refuses "
        + what
        + server(message.to())
            .promised()
            .map(number -> " (has promised " + number + ")")
            .orElse("");
  }

  private String fired() {
    return step.subject()
        .map(
            subject ->
                switch (subject.kind()) {
                  case RETRY -> subject.from() + " tries again after " + subject.number();
                  case TIME_OUT ->
                      subject.from() + " waits no longer for answers to " + subject.number();
                  case PREPARE, PROMISE, ACCEPT, ACCEPTED, NACK, COMMIT -> name(subject);
                })
        .orElse("a timer fires");
  }

  private String remembered(ServerId server) {
    ServerView view = server(server);
    if (view.promised().isEmpty() && view.accepted().isEmpty()) {
      return ", and had promised nothing";
    }
    return ", and remembers"
        + view.promised().map(number -> " its promise " + number).orElse("")
        + view.accepted().map(proposal -> ", accepted " + show(proposal)).orElse("");
  }

  private String observed() {
    return step.events().stream()
        .findFirst()
        .map(
            event ->
                event.node()
                    + " "
                    + event.kind().wireName()
                    + event.message().map(message -> " " + name(message)).orElse("")
                    + event.value().map(value -> " " + quoted(value.text())).orElse(""))
        .orElse("nothing");
  }

  private String decided() {
    return step.events().stream()
        .filter(event -> event.kind() == NodeEvent.Kind.DECIDED)
        .findFirst()
        .flatMap(NodeEvent::value)
        .map(value -> ": so " + quoted(value.text()) + " is chosen")
        .orElse("");
  }

  private Optional<NodeEvent> eventOf(NodeEvent.Kind kind, Message message) {
    return step.events().stream()
        .filter(event -> event.kind() == kind && event.node().equals(message.to()))
        .findFirst();
  }

  private boolean has(NodeEvent.Kind kind) {
    return step.events().stream().anyMatch(event -> event.kind() == kind);
  }

  private ServerView server(ServerId server) {
    return before.server(server);
  }

  private static String name(Outbound outbound) {
    return outbound.kind()
        + " "
        + outbound.number()
        + " from "
        + outbound.from()
        + " to "
        + outbound.to();
  }

  private static String carrying(Proposal proposal) {
    return " and had accepted " + show(proposal);
  }

  private static String show(Proposal proposal) {
    return proposal.number() + " = " + ShownText.of(proposal.value().text());
  }

  private static String quoted(String value) {
    return "'" + ShownText.of(value) + "'";
  }
}
