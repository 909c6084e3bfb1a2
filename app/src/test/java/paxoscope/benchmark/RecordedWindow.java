package paxoscope.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.command.StoredScenarios;
import paxoscope.files.OpenedRun;
import paxoscope.files.ScenarioLibrary;
import paxoscope.runtext.RecordedRun;
import paxoscope.trace.Trace;
import paxoscope.ui.WindowOptions;
import paxoscope.ui.model.NodeSource;

/** What a window needs that shows a recorded run, and so no nodes. */
final class RecordedWindow {

  private RecordedWindow() {}

  static WindowOptions of(Trace run, Path folder) {
    return new WindowOptions(
        new NodeSource(
            run.header().ports(),
            () -> {
              throw new IllegalStateException("A recorded run needs no nodes.");
            }),
        Map.of(),
        new StoredScenarios(ScenarioLibrary.load()),
        folder.resolve("window.properties"),
        folder.resolve("kept"),
        Optional.of(new OpenedRun("recorded", new RecordedRun(run, List.of(), Optional.empty()))));
  }
}
