package paxoscope.ui;

import javafx.application.Application;
import javafx.stage.Stage;

/** The JavaFX application: one window. */
public final class PaxoscopeApplication extends Application {

  private MainWindow window;

  @Override
  public void start(Stage stage) {
    window = new MainWindow(PaxoscopeWindow.options(), stage);
    window.show();
  }

  @Override
  public void stop() {
    window.close();
  }
}
