package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.director.ClusterException;
import paxoscope.director.LiveRun;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** A run of a few crashes and recoveries that counts what is asked of it. */
final class ScriptedRun implements LiveRun {

  static final RunHeader HEADER =
      new RunHeader(
          "r1",
          "B_wins",
          "A title",
          Map.of(),
          Optional.of(new ServerId(1)),
          Optional.of(new ServerId(5)),
          List.of(8000, 8001, 8002, 8003, 8004));

  final RecordedTrace trace = new RecordedTrace(HEADER);
  private final List<Decision> script = new ArrayList<>();
  int taken;
  boolean ended;
  boolean fails;

  ScriptedRun(int steps) {
    for (int i = 0; i < steps; i++) {
      ServerId server = new ServerId(1 + i / 2 % 5);
      script.add(i % 2 == 0 ? new Decision.Crash(server) : new Decision.Recover(server));
    }
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public Optional<Planned> next() {
    return taken == script.size()
        ? Optional.empty()
        : Optional.of(new Planned(script.get(taken), Optional.empty(), "", ""));
  }

  @Override
  public TraceStep step() {
    if (fails) {
      throw new ClusterException("S3 is not running; bring it back with: recover 8002", null);
    }
    TraceStep step =
        new TraceStep(
            script.get(taken++), Optional.empty(), "", "", TraceStep.Outcome.DONE, List.of());
    trace.append(step);
    return step;
  }

  @Override
  public boolean curable() {
    return false;
  }

  @Override
  public void cure() {
    throw new IllegalStateException("There is nothing to cure.");
  }

  @Override
  public List<ClientReply> replies() {
    return List.of();
  }

  @Override
  public void end() {
    ended = true;
  }
}
