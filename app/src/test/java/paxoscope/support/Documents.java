package paxoscope.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    return examples(name, kind).getFirst();
  }

  /**
   * All examples of a kind in a document.
   *
   * @param name the document
   * @param kind the word after the marks that begin an example
   * @return the examples, from top to bottom
   */
  public static List<String> examples(String name, String kind) {
    List<String> parts = List.of(text(name).split("```" + kind + "\n"));
    return parts.stream().skip(1).map(part -> part.substring(0, part.indexOf("```"))).toList();
  }

  /**
   * A whole document.
   *
   * @param name the document
   * @return its text
   */
  public static String text(String name) {
    Path file = Files.exists(Path.of(name)) ? Path.of(name) : Path.of("..").resolve(name);
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
