package paxoscope.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program keeps its architecture rules. That each rule can fail is shown elsewhere. */
final class ArchitectureTest {

  private static final String ROOT = "paxoscope";

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static List<ArchRule> rules() {
    return new ArchitectureRules(ROOT).all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProgramKeepsTheRule(ArchRule rule) {
    rule.check(PROGRAM);
  }

  /** A rule on a package that was renamed away would hold for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "protocol",
        "journal",
        "node",
        "rpc",
        "trace",
        "scenario",
        "runtext",
        "director",
        "ui",
        "app"
      })
  void everyPackageThatTheRulesNameHasClasses(String name) {
    assertTrue(PROGRAM.stream().anyMatch(resideInAPackage(ROOT + "." + name + "..")));
  }
}
