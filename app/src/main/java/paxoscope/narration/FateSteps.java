package paxoscope.narration;

import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Timer;
import paxoscope.trace.Link;

/** A message is lost or doubled, or does not reach anybody. */
final class FateSteps {

  private final Scene scene;

  FateSteps(Scene scene) {
    this.scene = scene;
  }

  Telling dropped(Outbound item) {
    if (goesOverCut(item)) {
      return withConsequence(scene.about(StepKind.DROP_CUT, item), item);
    }
    StepKind kind =
        switch (item) {
          case Message.Commit _ -> StepKind.DROP_COMMIT;
          case Message.Request _ -> StepKind.DROP_REQUEST;
          case Message.Reply _ -> StepKind.DROP_REPLY;
          case Timer _ -> StepKind.DROP_TIMER;
        };
    return withConsequence(scene.about(kind, item), item);
  }

  private boolean goesOverCut(Outbound item) {
    return !item.from().equals(item.to())
        && scene.before().cuts().contains(new Link(item.from(), item.to()));
  }

  Telling duplicated(Outbound item) {
    return scene.about(
        item instanceof Message.Reply ? StepKind.DUPLICATE_REPLY : StepKind.DUPLICATE_REQUEST,
        item);
  }

  Telling unreachable(Outbound item) {
    StepKind kind =
        switch (item) {
          case Message.Commit _ -> StepKind.UNREACHABLE_COMMIT;
          case Message.Reply _ -> StepKind.UNREACHABLE_REPLY;
          case Message.Request _, Timer _ -> StepKind.UNREACHABLE_REQUEST;
        };
    int downSince = scene.before().server(item.to()).downSince();
    return withConsequence(scene.about(kind, item).proven(downSince), item);
  }

  Telling unknown(Outbound item) {
    return withConsequence(scene.about(StepKind.UNKNOWN_FATE, item), item);
  }

  private Telling withConsequence(Telling telling, Outbound item) {
    if (scene.hasSent(item.number().server(), Outbound.Kind.RETRY, item.number())) {
      return telling.with("proposer", item.number().server()).also(Phrase.THEN_RETRIES);
    }
    return scene.hasGivenUp(item.number().server())
        ? telling.with("proposer", item.number().server()).also(Phrase.THEN_GIVES_UP)
        : telling;
  }
}
