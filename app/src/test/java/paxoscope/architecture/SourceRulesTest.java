package paxoscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paxoscope.architecture.SourceRule.SourceFile;

/** The sources of both modules keep the rules of style that a machine can check. */
final class SourceRulesTest {

  /** Surefire starts the tests in the folder of the module. */
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  private static final List<SourceFile> SOURCES = sources();

  @ParameterizedTest
  @EnumSource
  void theSourcesKeepTheRule(SourceRule rule) {
    assertEquals(
        List.of(), SOURCES.stream().flatMap(file -> rule.violations(file).stream()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFindsWhatBreaksIt(SourceRule rule) {
    assertEquals(List.of(), rule.violations(java("Fine.java", methodOf(66))));
    assertEquals(1, rule.violations(culpritOf(rule)).size());
  }

  @Test
  void bothModulesAndTheResourcesAreLookedAt() {
    for (String folder : List.of("node-server/src/main/", "app/src/main/", "app/src/test/")) {
      assertTrue(SOURCES.stream().anyMatch(file -> file.name().startsWith(folder)), folder);
    }
  }

  private static SourceFile culpritOf(SourceRule rule) {
    return switch (rule) {
      case FILES_ARE_SHORT -> java("Long.java", "// line\n".repeat(400));
      case CONTROLLERS_ARE_SHORT -> java("StageController.java", "// line\n".repeat(150));
      case METHODS_ARE_SHORT -> java("LongMethod.java", methodOf(67));
      case NOTHING_IS_LEFT_FOR_LATER -> new SourceFile("stage.css", "/* TO" + "DO: colours */");
      case TESTS_DO_NOT_SLEEP ->
          new SourceFile("app/src/test/java/NapTest.java", "Thread." + "sleep(100);");
    };
  }

  private static SourceFile java(String name, String text) {
    return new SourceFile("app/src/main/java/" + name, text);
  }

  /** A class with a method of three lines and {@code statements} more. */
  private static String methodOf(int statements) {
    return "class A {\n  @Override\n  void run() {\n"
        + "    go();\n".repeat(statements)
        + "  }\n}\n";
  }

  private static List<SourceFile> sources() {
    List<SourceFile> found = new ArrayList<>();
    for (String folder : List.of("node-server/src", "app/src", "resources")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
        for (Path file : files.filter(SourceRulesTest::isSource).sorted().toList()) {
          found.add(
              new SourceFile(
                  PROJECT.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(java|fxml|css|yaml|properties|html|py|sh)");
  }
}
