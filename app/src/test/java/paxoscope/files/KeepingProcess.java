package paxoscope.files;

import java.nio.file.Path;
import paxoscope.trace.RecordedTrace;

/** A process that keeps a run step by step, and says how far it is, until it is killed. */
final class KeepingProcess {

  private KeepingProcess() {}

  public static void main(String[] arguments) {
    RecordedTrace trace = GrowingRun.empty("run");
    try (RunRecorder recorder =
        new RunRecorder(Path.of(arguments[0]), () -> trace, System.err::println)) {
      int number = 0;
      while (true) {
        number++;
        trace.append(GrowingRun.step(number));
        recorder.catchUp();
        System.out.println(number);
      }
    }
  }
}
