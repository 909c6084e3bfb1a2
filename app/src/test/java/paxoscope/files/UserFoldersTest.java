package paxoscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

  private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

  private static Path state(String system, Map<String, String> environment) {
    return new UserFolders(environment, HOME, system).state();
  }

  @Test
  void linuxKeepsStateWhereTheXdgSpecificationSays() {
    assertEquals(HOME.resolve(".local/state/paxoscope"), state("Linux", Map.of()));
    String chosen = HOME.resolve("elsewhere").toString();
    assertEquals(Path.of(chosen, "paxoscope"), state("Linux", Map.of("XDG_STATE_HOME", chosen)));
  }

  @Test
  void aRelativeXdgFolderIsIgnoredAsTheSpecificationSays() {
    assertEquals(
        HOME.resolve(".local/state/paxoscope"), state("Linux", Map.of("XDG_STATE_HOME", "here")));
  }

  @Test
  void otherSystemsHaveFoldersOfTheirOwn() {
    assertEquals(
        HOME.resolve("Library/Application Support/paxoscope"), state("Mac OS X", Map.of()));
    assertEquals(HOME.resolve("AppData/Local/paxoscope"), state("Windows 11", Map.of()));
  }

  @Test
  void settingsHaveAPlaceOfTheirOwnWhereTheSystemWantsIt() {
    assertEquals(
        HOME.resolve(".config/paxoscope"), new UserFolders(Map.of(), HOME, "Linux").settings());
    assertEquals(
        HOME.resolve("AppData/Roaming/paxoscope"),
        new UserFolders(Map.of(), HOME, "Windows 11").settings());
  }
}
