package paxoscope.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders in which a program keeps things for its user, as each system wants it.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param system the name of the operating system
 */
public record UserFolders(Map<String, String> environment, Path home, String system) {

  private static final String OURS = "paxoscope";

  /** Keeps an own copy. */
  public UserFolders {
    environment = Map.copyOf(environment);
  }

  /**
   * The folders of the user who runs this program.
   *
   * @return the folders
   */
  public static UserFolders ofThisUser() {
    return new UserFolders(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }

  /**
   * Where things go that are worth keeping but can be lost: the history of commands, logs, the last
   * run. It may not exist yet.
   *
   * @return the folder (on Linux by the XDG base directory specification)
   */
  public Path state() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return below("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve(OURS);
    }
    return below("XDG_STATE_HOME", home.resolve(".local").resolve("state"));
  }

  /**
   * Where the last runs are kept. It may not exist yet.
   *
   * @return a folder below {@link #state()}
   */
  public Path runs() {
    return state().resolve("runs");
  }

  /**
   * Where what the user has set is kept. It may not exist yet.
   *
   * @return the folder (on Linux by the XDG base directory specification)
   */
  public Path settings() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return below("APPDATA", home.resolve("AppData").resolve("Roaming"));
    }
    return name.startsWith("mac") ? state() : below("XDG_CONFIG_HOME", home.resolve(".config"));
  }

  private Path below(String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    Path base = value.isEmpty() ? otherwise : Path.of(value);
    // The specification tells programs to ignore a relative path.
    return (base.isAbsolute() ? base : otherwise).resolve(OURS);
  }
}
