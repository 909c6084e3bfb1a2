package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OnScreenTest {

  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
    // As large as the screen: a frame around it does not fit any more.
    stage.setScene(OnScreen.scene(new Pane(), 20_000, 10_000));
    OnScreen.show(stage);
  }

  @Test
  void aWindowThatIsTooLargeIsOnTheScreenAsAWhole() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    Rectangle2D window =
        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    assertTrue(room.contains(window), room + " and " + window);
  }

  @Test
  void aSizeThatHasRoomIsKept() {
    Scene small = OnScreen.scene(new Pane(), 300, 200);
    assertEquals(List.of(300.0, 200.0), List.of(small.getWidth(), small.getHeight()));
  }
}
