package paxoscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.architecture.fixture.FixtureRoot;

/** Runs every architecture rule on a small program that breaks it. */
final class ArchitectureRulesFindViolationsTest {

  private static final String ROOT = FixtureRoot.class.getPackageName();

  private static final JavaClasses BROKEN_PROGRAM = new ClassFileImporter().importPackages(ROOT);

  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

  /** Each rule with the classes, and only those, that break it. */
  static Stream<Arguments> rulesAndCulprits() {
    return Stream.of(
        arguments(RULES.protocolStandsAlone(), List.of("protocol.ProtocolThatReadsFiles")),
        arguments(RULES.protocolIsPure(), List.of("protocol.ProtocolThatReadsTheClock")),
        arguments(RULES.journalIsRecordsOfTheProtocol(), List.of("journal.JournalThatKnowsNodes")),
        arguments(
            RULES.nodesKnowNoProgramAroundThem(),
            List.of("node.NodeThatDraws", "node.NodeThatKnowsTheDirector")),
        arguments(RULES.networkOnlyInRpc(), List.of("cluster.ClusterThatOpensASocket")),
        arguments(
            RULES.traceAndScenarioTouchNothingOutside(),
            List.of(
                "runtext.RunTextThatReadsFiles",
                "scenario.ScenarioThatReadsFiles",
                "trace.TraceThatDraws")),
        arguments(
            RULES.traceUsesProtocolAndJournalOnly(), List.of("trace.TraceThatKnowsTheDirector")),
        arguments(
            RULES.scenarioKnowsNoDirector(), List.of("scenario.ScenarioThatKnowsTheDirector")),
        arguments(RULES.runTextUsesTheTraceOnly(), List.of("runtext.RunTextThatKnowsTheDirector")),
        arguments(
            RULES.directorUsesItsPortOnly(),
            List.of("director.DirectorOfOneCluster", "director.DirectorWithAWindow")),
        arguments(
            RULES.javafxOnlyWhereThingsAreDrawn(),
            List.of("node.NodeThatDraws", "trace.TraceThatDraws")),
        arguments(
            RULES.nothingNeedsTheWindow(),
            List.of("console.ConsoleThatNeedsTheWindow", "director.DirectorWithAWindow")),
        arguments(RULES.oneDoorToTheFxThread(), List.of("ui.DoorToTheFxThread", "ui.SecondDoor")),
        arguments(RULES.platformThreadsOnly(), List.of("node.NodeOnVirtualThreads")),
        arguments(
            RULES.noCyclesBetweenPackages(),
            List.of("export.ExportThatSaves", "files.FilesThatExport")),
        arguments(
            RULES.noCyclesBetweenAreasOfTheWindow(),
            List.of("ui.stage.StageArea", "ui.timeline.TimelineArea")),
        arguments(RULES.namesSayWhatAClassIs(), List.of("files.FileHelper")));
  }

  @ParameterizedTest
  @MethodSource("rulesAndCulprits")
  void theRuleFindsTheClassesThatBreakIt(ArchRule rule, List<String> culprits) {
    List<String> details = rule.evaluate(BROKEN_PROGRAM).getFailureReport().getDetails();

    List<String> found =
        BROKEN_PROGRAM.stream()
            .map(type -> type.getName().substring(ROOT.length() + 1))
            .filter(name -> details.stream().anyMatch(detail -> blames(detail, name)))
            .sorted()
            .toList();
    assertEquals(culprits, found);
  }

  @Test
  void everyRuleIsAmongThem() {
    assertEquals(
        RULES.all().stream().map(ArchRule::getDescription).collect(Collectors.toSet()),
        rulesAndCulprits()
            .map(arguments -> ((ArchRule) arguments.get()[0]).getDescription())
            .collect(Collectors.toSet()));
  }

  @Test
  void everyRuleSaysWhy() {
    assertTrue(RULES.all().stream().allMatch(rule -> rule.getDescription().contains(", because ")));
  }

  /** A violation reads "Method <culprit...> calls ...", in a cycle one of several such lines. */
  private static boolean blames(String detail, String name) {
    return detail
        .lines()
        .anyMatch(
            line -> line.strip().matches("(- )?\\w+ <\\Q" + ROOT + "." + name + "\\E[.>(].*"));
  }
}
