package paxoscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Which package may use which, and why.
 *
 * <p>The rules do not name the program's packages outright but start from {@code root}, so that the
 * same rules can be run on the fixtures that break them.
 */
record ArchitectureRules(String root) {

  private static final DescribedPredicate<JavaClass> JAVAFX =
      resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..");

  /** Values, collections and text: what a program can compute with and not talk to. */
  private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
      resideInAnyPackage(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.nio.charset",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream");

  /** Parts of java.lang and java.util that read a clock, draw chance, start threads or talk. */
  private static final DescribedPredicate<JavaClass> IMPURE_JAVA =
      belongToAnyOf(
          java.lang.System.class,
          java.lang.Thread.class,
          java.lang.ThreadLocal.class,
          java.lang.Process.class,
          java.lang.ProcessBuilder.class,
          java.lang.ProcessHandle.class,
          java.lang.Runtime.class,
          java.util.Calendar.class,
          java.util.Date.class,
          java.util.Random.class,
          java.util.Scanner.class,
          java.util.Timer.class,
          java.util.UUID.class);

  /**
   * Sockets and HTTP. Addresses (java.net.URI, InetSocketAddress) are data and allowed anywhere.
   */
  private static final DescribedPredicate<JavaClass> NETWORK =
      resideInAnyPackage(
              "org.apache.xmlrpc..",
              "org.apache.hc..",
              "com.sun.net.httpserver..",
              "java.net.http..",
              "javax.net..")
          .or(
              belongToAnyOf(
                  java.net.DatagramSocket.class,
                  java.net.ServerSocket.class,
                  java.net.Socket.class,
                  java.net.URLConnection.class,
                  java.nio.channels.AsynchronousServerSocketChannel.class,
                  java.nio.channels.AsynchronousSocketChannel.class,
                  java.nio.channels.DatagramChannel.class,
                  java.nio.channels.ServerSocketChannel.class,
                  java.nio.channels.SocketChannel.class));

  /** Everything that reaches outside the process; text in memory does not. */
  private static final DescribedPredicate<JavaClass> INPUT_OUTPUT =
      resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.util.prefs..")
          .and(
              not(
                  belongToAnyOf(
                      java.io.Closeable.class,
                      java.io.IOException.class,
                      java.io.Reader.class,
                      java.io.Serializable.class,
                      java.io.StringReader.class,
                      java.io.StringWriter.class,
                      java.io.UncheckedIOException.class,
                      java.io.Writer.class)))
          .or(NETWORK);

  List<ArchRule> all() {
    return List.of(
        protocolStandsAlone(),
        protocolIsPure(),
        journalIsRecordsOfTheProtocol(),
        nodesKnowNoProgramAroundThem(),
        networkOnlyInRpc(),
        traceAndScenarioTouchNothingOutside(),
        traceUsesProtocolAndJournalOnly(),
        scenarioKnowsNoDirector(),
        runTextUsesTheTraceOnly(),
        directorUsesItsPortOnly(),
        javafxOnlyWhereThingsAreDrawn(),
        nothingNeedsTheWindow(),
        oneDoorToTheFxThread(),
        platformThreadsOnly(),
        noCyclesBetweenPackages(),
        noCyclesBetweenAreasOfTheWindow(),
        namesSayWhatAClassIs());
  }

  ArchRule protocolStandsAlone() {
    return classes()
        .that()
        .resideInAPackage(room("protocol"))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(room("protocol")).or(PLAIN_JAVA))
        .because(
            "the protocol must be readable on its own, and the same code runs in the nodes, in the"
                + " tests that enumerate interleavings and in the explorer");
  }

  ArchRule protocolIsPure() {
    return noClasses()
        .that()
        .resideInAPackage(room("protocol"))
        .should()
        .dependOnClassesThat(IMPURE_JAVA)
        .because("the same inputs must always give the same steps: time and chance are decisions");
  }

  ArchRule journalIsRecordsOfTheProtocol() {
    return classes()
        .that()
        .resideInAPackage(room("journal"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(room("journal"), room("protocol"), "java.time..").or(PLAIN_JAVA))
        .because("what a node reports is data, for whoever reads it, today or in an old file");
  }

  ArchRule nodesKnowNoProgramAroundThem() {
    DescribedPredicate<JavaClass> ofTheNode =
        resideInAnyPackage(rooms("protocol", "journal", "node", "rpc"));
    return noClasses()
        .that(ofTheNode)
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(ofTheNode)).or(JAVAFX))
        .because("a node is a server of its own, and its jar holds neither window nor director");
  }

  ArchRule networkOnlyInRpc() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(room("rpc")))))
        .should()
        .dependOnClassesThat(NETWORK)
        .because("limits, time-outs and hardening of the network are kept, and read, in one place");
  }

  ArchRule traceAndScenarioTouchNothingOutside() {
    return noClasses()
        .that(resideInAnyPackage(rooms("trace", "scenario", "runtext")))
        .should()
        .dependOnClassesThat(INPUT_OUTPUT.or(JAVAFX))
        .because(
            "they parse and print text; opening files is the job of one other package, and"
                + " everything that shows a run is tested without a disk or a screen");
  }

  ArchRule traceUsesProtocolAndJournalOnly() {
    return usesOfOurs("trace", "protocol", "journal")
        .because("what is shown is a function of the trace, whoever recorded it");
  }

  ArchRule scenarioKnowsNoDirector() {
    return usesOfOurs("scenario", "protocol", "journal", "trace")
        .because("a scenario is a script: it can be checked before anything plays it");
  }

  ArchRule runTextUsesTheTraceOnly() {
    return usesOfOurs("runtext", "trace", "protocol", "journal")
        .because("a recorded run is read without anything that could play it");
  }

  ArchRule directorUsesItsPortOnly() {
    return usesOfOurs("director", "trace", "scenario", "protocol", "journal")
        .because(
            "it directs any cluster through its port, local, remote or simulated, and knows no"
                + " window");
  }

  ArchRule javafxOnlyWhereThingsAreDrawn() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAnyPackage(rooms("ui", "export")))))
        .should()
        .dependOnClassesThat(JAVAFX)
        .because("everything but the drawing works and is tested without the toolkit");
  }

  ArchRule nothingNeedsTheWindow() {
    DescribedPredicate<JavaClass> windowAndWiring = resideInAnyPackage(rooms("ui", "app"));
    return noClasses()
        .that(resideInAPackage(root + ".*..").and(not(windowAndWiring)))
        .should()
        .dependOnClassesThat(windowAndWiring)
        .because("the console does all that the window does, on machines without a screen too");
  }

  ArchRule oneDoorToTheFxThread() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new CallRunLaterInOneClassOnly())
        .because(
            "changes from outside reach the window batched, once a frame; a property set on the"
                + " wrong thread fails silently, so there is one place to look");
  }

  ArchRule platformThreadsOnly() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
        .orShould()
        .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
        .because(
            "virtual threads share a few carriers, and a read from a process's output holds one:"
                + " five nodes hold five, and nothing else gets its turn any more (ADR 24)");
  }

  ArchRule noCyclesBetweenPackages() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package that is in a cycle can be neither read nor tested alone");
  }

  ArchRule noCyclesBetweenAreasOfTheWindow() {
    return slices()
        .matching(root + ".ui.(*)..")
        .should()
        .beFreeOfCycles()
        .because("each area of the window can be worked on without the others");
  }

  ArchRule namesSayWhatAClassIs() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)")
        .because("these names say nothing, and what has no subject grows without end");
  }

  /** Classes of {@code name} use, among the program's own packages, the {@code allowed} only. */
  private ArchRule usesOfOurs(String name, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(room(name))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(root + ".."))
                .or(resideInAPackage(room(name)))
                .or(resideInAnyPackage(rooms(allowed)))
                .as("are in %s or %s", name, List.of(allowed)));
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private String[] rooms(String... names) {
    return Stream.of(names).map(this::room).toArray(String[]::new);
  }
}
