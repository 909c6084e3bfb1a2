package paxoscope.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the program lies, and where files may go.
 *
 * @param program the packaged folder
 * @param temporary a folder that is removed when all is measured; on a real disk, else a forced
 *     write costs nothing
 */
record Place(Path program, Path temporary) {

  /**
   * The command that starts the program as people do.
   *
   * @param arguments the command line
   * @return program and arguments
   */
  List<String> launcher(String... arguments) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> command = new ArrayList<>();
    command.add(program.resolve("bin").resolve(windows ? "paxoscope.bat" : "paxoscope").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The command that starts a class of these benchmarks with the flags of a node or of the window.
   *
   * @param main the class
   * @param flags for the JVM
   * @param arguments the command line
   * @return program and arguments
   */
  static List<String> java(Class<?> main, List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /**
   * A new folder for files.
   *
   * @param name what it is for
   * @return its path
   */
  Path folder(String name) {
    try {
      return Files.createTempDirectory(temporary, name + "-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
