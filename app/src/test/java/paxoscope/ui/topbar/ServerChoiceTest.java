package paxoscope.ui.topbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.trace.RunHeader;

@ExtendWith(ApplicationExtension.class)
class ServerChoiceTest {

  private ComboBox<String> boxA;
  private ComboBox<String> boxB;

  @Start
  void start(Stage stage) {
    boxA = new ComboBox<>();
    boxB = new ComboBox<>();
    boxA.setValue("S1");
    boxB.setValue("S5");
    stage.setScene(new Scene(new HBox(boxA, boxB), 400, 100));
    stage.show();
  }

  private static RunHeader run(int... ports) {
    return new RunHeader(
        "",
        "",
        "",
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        IntStream.of(ports).boxed().toList());
  }

  private List<String> shown(FxRobot robot) {
    return Stream.of(boxA, boxB)
        .map(
            box ->
                robot.from(box).lookup(".list-cell").queryAll().stream()
                    .map(cell -> ((Labeled) cell).getText())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(""))
        .toList();
  }

  @Test
  void theBoxesShowThePortsOfTheRunThatIsShown(FxRobot robot) {
    robot.interact(() -> ServerChoice.offer(boxA, boxB, run(1, 2, 3, 4, 5)));
    assertEquals(List.of("S1 :1", "S5 :5"), shown(robot));
    robot.interact(() -> ServerChoice.offer(boxA, boxB, run(11, 12, 13, 14, 15)));
    assertEquals(List.of("S1 :11", "S5 :15"), shown(robot));
    robot.interact(() -> ServerChoice.offer(boxA, boxB, run(21, 22, 23)));
    assertEquals(List.of("S1 :21", "S3 :23"), shown(robot));
  }
}
