package paxoscope.narration;

import java.util.Map;
import java.util.Optional;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;

/**
 * Tells the steps of a trace in words. Keeps no state: the same step always gives the same words.
 */
public final class Narrator {

  /**
   * Tells one step.
   *
   * @param trace the run
   * @param step the number of the step, 1 to {@link Trace#size()}
   * @return what happened, why, and by which rule
   */
  public Narration narrate(Trace trace, int step) {
    Telling telling = tell(trace, step);
    StepKind kind = telling.kind();
    return new Narration(
        Texts.sentence(kind.headlineKey(), telling.words()),
        // What a scenario has to say of a step comes before what can be said of any such step.
        (trace.step(step).caption() + " " + detail(telling)).strip(),
        Texts.fill(telling.reason().rule().nameKey(), Map.of()),
        Texts.fill(telling.reason().rule().textKey(), Map.of()),
        telling.evidence(),
        tone(telling, trace.header()));
  }

  /**
   * One line for the progress in a console.
   *
   * @param trace the run
   * @param step the number of the step, 1 to {@link Trace#size()}
   * @return for example {@code S3 promises 4.5 (had promised 3.1)}; no full stop at the end
   */
  public String console(Trace trace, int step) {
    Telling telling = tell(trace, step);
    return Texts.fill(telling.kind().consoleKey(), telling.words());
  }

  static Telling tell(Trace trace, int step) {
    Scene scene = Scene.of(trace, step);
    DeliverySteps deliveries = new DeliverySteps(scene);
    ServerSteps servers = new ServerSteps(scene);
    return switch (scene.step().decision()) {
      case Decision.Restart _ -> servers.restarted();
      case Decision.Propose propose -> servers.proposed(propose.server(), propose.value());
      case Decision.Deliver deliver -> deliveries.delivered(deliver.item());
      case Decision.Fire fire -> deliveries.delivered(fire.item());
      case Decision.Resend resend -> deliveries.resent(resend.item());
      case Decision.Drop drop -> fate(scene, drop.item(), true);
      case Decision.Duplicate duplicate -> fate(scene, duplicate.item(), false);
      case Decision.Crash crash -> servers.crashed(crash.server());
      case Decision.Recover recover -> servers.recovered(recover.server());
      case Decision.Pause pause -> servers.paused(pause.server());
      case Decision.Resume resume -> servers.resumed(resume.server());
      case Decision.Cut cut -> servers.wired(StepKind.CUT, cut.link());
      case Decision.Heal heal -> servers.wired(StepKind.HEAL, heal.link());
      case Decision.Observed _ -> new ObservedSteps(scene, deliveries).tell();
    };
  }

  private static Telling fate(Scene scene, ItemName name, boolean lost) {
    Optional<Outbound> item =
        scene
            .step()
            .subject()
            .or(
                () ->
                    scene.before().held().stream()
                        .filter(held -> held.name().equals(name))
                        .map(held -> held.content())
                        .findFirst());
    FateSteps fates = new FateSteps(scene);
    return item.map(known -> lost ? fates.dropped(known) : fates.duplicated(known))
        .orElseGet(
            () ->
                Telling.of(StepKind.DELIVERED_SILENTLY)
                    .with("arrow", name.kind() + " " + name.number())
                    .with("from", name.from())
                    .with("to", name.to()));
  }

  private static String detail(Telling telling) {
    StringBuilder detail =
        new StringBuilder(Texts.sentence(telling.kind().detailKey(), telling.words()));
    telling
        .afterthoughts()
        .forEach(key -> detail.append(' ').append(Texts.fill(key, telling.words())));
    return detail.toString();
  }

  private static Tone tone(Telling telling, RunHeader header) {
    return switch (telling.reason().mood()) {
      case OF_PROPOSER -> role(telling.proposer(), header);
      case REFUSAL -> Tone.REFUSAL;
      case CHOSEN -> Tone.CHOSEN;
      case LOSS -> Tone.LOSS;
      case NEUTRAL -> Tone.NEUTRAL;
    };
  }

  private static Tone role(Optional<ServerId> proposer, RunHeader header) {
    if (proposer.isEmpty()) {
      return Tone.NEUTRAL;
    }
    if (proposer.equals(header.proposerA())) {
      return Tone.A;
    }
    return proposer.equals(header.proposerB()) ? Tone.B : Tone.NEUTRAL;
  }
}
