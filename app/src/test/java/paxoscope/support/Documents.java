package paxoscope.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents that come with the program, so that their examples are tested too. */
public final class Documents {

  private Documents() {}

  /**
   * The first example of its kind in a document.
   *
   * @param name the document, such as docs/run-format.md
   * @param kind the word after the marks that begin the example
   * @return the example
   */
  public static String example(String name, String kind) {
    Path file = Files.exists(Path.of(name)) ? Path.of(name) : Path.of("..").resolve(name);
    try {
      String text = Files.readString(file);
      String mark = "```" + kind + "\n";
      int begin = text.indexOf(mark) + mark.length();
      return text.substring(begin, text.indexOf("```", begin));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
