package paxoscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir private Path folder;

  @Test
  void whatIsKeptComesBack() {
    SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("window.properties"));
    Settings settings = file.read();
    settings.darkProperty().set(true);
    settings.speedProperty().set(2.5);
    settings.hintsSeenProperty().set(true);
    settings.enlargeText(2);
    settings.valueAProperty().set("grün = ja");
    file.write(settings);
    Settings again = file.read();
    assertTrue(again.darkProperty().get());
    assertTrue(again.hintsSeenProperty().get());
    assertEquals(2.5, again.speedProperty().get());
    assertEquals(1.2, again.textSizeProperty().get());
    assertEquals("grün = ja", again.valueAProperty().get());
  }

  @Test
  void aDamagedFileLeavesTheUsualSettings() throws IOException {
    Path path = folder.resolve("window.properties");
    Files.writeString(path, "speed=fast\ntextSize=99\nwidth=-4\nbad=\\uZZZZ\n");
    Settings settings = new SettingsFile(path).read();
    assertEquals(1, settings.speedProperty().get());
    assertEquals(1, settings.textSizeProperty().get());
    assertFalse(settings.darkProperty().get());
    assertFalse(settings.hintsSeenProperty().get());
  }
}
