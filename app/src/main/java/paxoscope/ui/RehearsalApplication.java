package paxoscope.ui;

import java.util.Map;
import javafx.application.Application;
import javafx.stage.Stage;
import paxoscope.ui.model.ControlDesk;

/** The window, used for once by nobody: it plays a scenario and closes itself. */
public final class RehearsalApplication extends Application {

  private static final String SCENARIO = "B_wins";
  private static final Map<String, String> ROLES =
      Map.of("A", "S1", "B", "S5", "X", "123", "Y", "456");
  private static final int STEPS = 12;

  private MainWindow window;

  @Override
  public void start(Stage stage) {
    window = new MainWindow(PaxoscopeWindow.options(), stage);
    ControlDesk desk = window.desk();
    desk.connectedProperty().addListener((_, _, _) -> desk.play(SCENARIO, ROLES));
    desk.playback()
        .cursorProperty()
        .addListener(
            (_, _, cursor) -> {
              if (cursor.intValue() == STEPS) {
                PaxoscopeWindow.rehearsed();
                stage.close();
              }
            });
    desk.noticeProperty()
        .addListener(
            (_, _, notice) -> {
              if (notice.wrong()) {
                stage.close();
              }
            });
    window.show();
  }

  @Override
  public void stop() {
    window.close();
  }
}
