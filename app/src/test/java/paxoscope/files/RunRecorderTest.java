package paxoscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.runtext.RecordedRun;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;

class RunRecorderTest {

  private static final int KILLS = 6;

  @TempDir private Path folder;

  private final List<String> complaints = new ArrayList<>();
  private Trace current = GrowingRun.empty("none");

  private RunRecorder recorder(Path where) {
    return new RunRecorder(where, () -> current, complaints::add);
  }

  private int kept(String name) {
    return RunFile.read(folder.resolve(name)).trace().size();
  }

  @Test
  void eachStepIsInTheFileBeforeTheNextIsTaken() {
    RecordedTrace trace = GrowingRun.empty("run");
    current = trace;
    try (RunRecorder recorder = recorder(folder)) {
      for (int number = 1; number <= 20; number++) {
        trace.append(GrowingRun.step(number));
        recorder.catchUp();
        RecordedRun read = RunFile.read(RunRecorder.last(folder));
        assertEquals(trace.steps(), read.trace().steps());
        assertTrue(read.notice().isEmpty());
      }
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void aRunWithoutStepsLeavesTheLastOneWhereItIs() throws IOException {
    current = GrowingRun.ofSteps(3);
    try (RunRecorder recorder = recorder(folder)) {
      recorder.catchUp();
      current = GrowingRun.empty("next");
      recorder.catchUp();
    }
    assertEquals(3, kept("last.paxosrun"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void whatWasNotWrittenWhenItIsClosedIsWrittenThen() {
    RecordedTrace trace = GrowingRun.ofSteps(3);
    current = trace;
    try (RunRecorder recorder = recorder(folder)) {
      recorder.catchUp();
      trace.append(GrowingRun.step(4));
    }
    assertEquals(4, kept("last.paxosrun"));
  }

  @Test
  void theLastRunsAreKeptAndOlderOnesGo() throws IOException {
    try (RunRecorder recorder = recorder(folder)) {
      for (int run = 1; run <= RunRecorder.OLDER_RUNS + 4; run++) {
        current = GrowingRun.ofSteps(run);
        recorder.catchUp();
      }
    }
    assertEquals(RunRecorder.OLDER_RUNS + 4, kept("last.paxosrun"));
    for (int age = 1; age <= RunRecorder.OLDER_RUNS; age++) {
      assertEquals(RunRecorder.OLDER_RUNS + 4 - age, kept("before-" + age + ".paxosrun"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(RunRecorder.OLDER_RUNS + 1, files.count());
    }
  }

  @Test
  void aSecondProgramTakesNothingFromTheFirst() {
    RecordedTrace first = GrowingRun.ofSteps(3);
    current = first;
    try (RunRecorder one = recorder(folder);
        RunRecorder two = new RunRecorder(folder, () -> GrowingRun.ofSteps(8), complaints::add)) {
      one.catchUp();
      two.catchUp();
      first.append(GrowingRun.step(4));
      one.catchUp();
    }
    assertEquals(4, kept("before-2.paxosrun"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void aDiskThatCannotBeWrittenIsToldOnceAndTheNextRunIsTriedAgain() throws IOException {
    Path blocked = Files.writeString(folder.resolve("runs"), "a file where the folder should be");
    RecordedTrace trace = GrowingRun.ofSteps(1);
    current = trace;
    try (RunRecorder recorder = recorder(blocked)) {
      recorder.catchUp();
      trace.append(GrowingRun.step(2));
      recorder.catchUp();
      assertEquals(1, complaints.size(), complaints::toString);
      assertTrue(complaints.getFirst().startsWith("This run is not kept, because "));
      Files.delete(blocked);
      current = GrowingRun.ofSteps(5);
      recorder.catchUp();
    }
    assertEquals(1, complaints.size(), complaints::toString);
    assertEquals(5, RunFile.read(RunRecorder.last(blocked)).trace().size());
  }

  @Test
  void aKilledProgramLosesNothingButTheLineThatItWasWriting() throws Exception {
    Random random = new Random(42);
    for (int kill = 0; kill < KILLS; kill++) {
      int told = killAfter(1 + random.nextInt(300));
      List<?> steps = RunFile.read(RunRecorder.last(folder)).trace().steps();
      assertTrue(steps.size() >= told, steps.size() + " instead of " + told);
      assertEquals(GrowingRun.ofSteps(told).steps(), steps.subList(0, told));
    }
    assertFalse(Files.exists(folder.resolve("before-" + KILLS + ".paxosrun")));
  }

  private int killAfter(int steps) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KeepingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      String last = null;
      for (int i = 0; i < steps; i++) {
        last = lines.readLine();
        assertTrue(last != null, "the process has ended by itself");
      }
      process.toHandle().destroyForcibly();
      // What it said before it died counts as well; a line that broke off does not.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.length() >= last.length() ? line : last;
      }
      process.waitFor();
      return Integer.parseInt(last);
    }
  }
}
