package paxoscope.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.director.PassedOver;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Cast;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.HeldItem;

/**
 * Says what a step did not find.
 *
 * @param passed the step, and what was there instead
 * @param cast who plays which role
 */
record MissedStep(PassedOver passed, Cast cast) {

  private static final int MOST_NAMED = 6;

  /** One line; empty if the step found all that it asks for by name. */
  Optional<String> text() {
    return switch (passed.step()) {
      case ScriptStep.Requests step -> missed(kind(step) + " of " + who(step.by()), step.to());
      case ScriptStep.Mishap step -> missed("request of " + who(step.by()), step.to());
      case ScriptStep.Replies step -> missedReplies(step);
      case ScriptStep.Wait step ->
          Optional.of(
              "%s of %s waits at this moment; %s Move this step to where it does, or leave it out."
                  .formatted(
                      step.retry() ? "no next round" : "no time-out", who(step.by()), held()));
      case ScriptStep.Life step ->
          Optional.of(
              "%s is %s already at this moment: leave this step out, or %s it first."
                  .formatted(
                      who(step.server()),
                      step.crash() ? "down" : "up",
                      step.crash() ? "recover" : "crash"));
      case ScriptStep.Halt step ->
          Optional.of(
              step.pause()
                  ? "%s is paused or down already at this moment: leave this step out, or resume or recover it first."
                      .formatted(who(step.server()))
                  : "%s is not paused at this moment: leave this step out, or pause it first."
                      .formatted(who(step.server())));
      case ScriptStep.Wire step ->
          Optional.of(
              "the link from %s to %s is %s at this moment: leave this step out, or %s it first."
                  .formatted(
                      who(step.from()),
                      who(step.to()),
                      step.cut() ? "cut already" : "not cut",
                      step.cut() ? "heal" : "cut"));
      case ScriptStep.Single step ->
          Optional.of(
              "no %s%s waits at this moment; %s Move this step to where it does, or leave it out."
                  .formatted(
                      step.copy() > 1 ? "copy " + step.copy() + " of " : "", name(step), held()));
      case ScriptStep.Propose _, ScriptStep.Repeat _, ScriptStep.Cure _, ScriptStep.Finish _ ->
          Optional.empty();
    };
  }

  private static String kind(ScriptStep.Requests step) {
    return switch (step.kind()) {
      case PREPARE -> "Prepare";
      case ACCEPT -> "Accept";
      case COMMIT -> "Commit";
    };
  }

  private String name(ScriptStep.Single step) {
    return "%s %d.%d from %s to %s"
        .formatted(
            step.kind(),
            cast.number(step.round()),
            cast.server(step.proposer()).number(),
            who(step.from()),
            who(step.to()));
  }

  private Optional<String> missed(String what, List<String> roles) {
    if (isSome(roles)) {
      return Optional.empty();
    }
    return Optional.of(
        "no %s%s waits at this moment; %s %s"
            .formatted(what, " to " + whom(roles), held(), remedy(roles, "to")));
  }

  private Optional<String> missedReplies(ScriptStep.Replies step) {
    if (isSome(step.from())) {
      return Optional.empty();
    }
    return Optional.of(
        "no reply of %s to %s waits at this moment; %s %s"
            .formatted(whom(step.from()), who(step.to()), held(), remedy(step.from(), "from")));
  }

  /** Whoever writes "all" means all that are there. */
  private boolean isSome(List<String> roles) {
    return roles.isEmpty() && passed.servers().size() < cast.membership().size();
  }

  private String remedy(List<String> roles, String entry) {
    return roles.size() > passed.servers().size()
        ? "Take " + whom(roles) + " out of '" + entry + "', or move the step."
        : "Deliver what it waits for before, move the step, or leave it out.";
  }

  private String whom(List<String> roles) {
    if (roles.isEmpty()) {
      return "any server";
    }
    return roles.stream()
        .filter(role -> passed.servers().contains(cast.server(role)))
        .distinct()
        .map(this::who)
        .collect(Collectors.joining(" or "));
  }

  private String who(String role) {
    ServerId server = cast.server(role);
    return role.equals(server.toString()) ? role : role + " (" + server + ")";
  }

  private String held() {
    if (passed.held().isEmpty()) {
      return "nothing waits.";
    }
    String more = passed.held().size() > MOST_NAMED ? " and more" : "";
    return passed.held().stream()
        .limit(MOST_NAMED)
        .map(MissedStep::named)
        .collect(Collectors.joining(", ", "what waits is ", more + "."));
  }

  private static String named(HeldItem item) {
    return item.content().leg() == Leg.TIMER
        ? item.name().kind() + " " + item.name().number() + " of " + item.name().from()
        : item.name().toString();
  }
}
