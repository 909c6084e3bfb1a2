package paxoscope.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.director.SimulatedTraces;
import paxoscope.files.RunFile;
import paxoscope.support.FreePorts;

/** The packaged folder runs from anywhere, with whatever Java a machine has by default. */
final class LauncherIT {

  private static final Pattern LIBRARY =
      Pattern.compile("(?!paxoscope)[a-z-]+-([0-9][0-9.]*[0-9])(?:-[a-z0-9-]+)?[.]jar");

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir private static Path temporary;

  private static Path launcher;

  /** Into a folder whose name has a space and a letter that is not ASCII. */
  @BeforeAll
  static void copyTheFolder() throws IOException {
    Path built = Path.of(System.getProperty("test.launcherFolder"));
    Path copy = temporary.resolve("my böx/paxoscope");
    Files.createDirectories(copy.getParent());
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            copy.resolve(built.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    launcher = copy.resolve("bin/paxoscope");
  }

  @Test
  void java_home_is_used() throws Exception {
    assertSaysItsVersion(run(Map.of("JAVA_HOME", JAVA_HOME.toString()), launcher, "--version"));
  }

  @Test
  void the_java_of_the_path_is_found_through_links_when_java_home_is_wrong() throws Exception {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Path java = Files.createSymbolicLink(bin.resolve("java"), JAVA_HOME.resolve("bin/java"));

    assertSaysItsVersion(
        run(
            Map.of("JAVA_HOME", "/no/such/folder", "PATH", bin + ":/usr/bin:/bin"),
            launcher,
            "--version"));
    // JUnit warns of links that lead out of its temporary folder.
    Files.delete(java);
  }

  @Test
  void an_older_java_is_passed_over() throws Exception {
    Path old = Files.createDirectories(temporary.resolve("old/bin")).getParent();
    Files.copy(Path.of("/bin/false"), old.resolve("bin/java"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    assertSaysItsVersion(
        run(
            Map.of(
                "JAVA_HOME", old.toString(), "PATH", JAVA_HOME.resolve("bin") + ":/usr/bin:/bin"),
            launcher,
            "--version"));
  }

  @Test
  void no_java_is_started_to_ask_for_its_version_where_a_file_tells_it() throws Exception {
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    Path asked = temporary.resolve("asked");
    Path sed = tools.resolve("sed");
    Files.writeString(
        sed, "#!/bin/sh\necho \"$*\" >>'%s'\ncommand -p sed \"$@\"\n".formatted(asked));
    assertTrue(sed.toFile().setExecutable(true));

    assertSaysItsVersion(
        run(
            Map.of(
                "JAVA_HOME", "", "PATH", tools + ":" + JAVA_HOME.resolve("bin") + ":/usr/bin:/bin"),
            launcher,
            "--version"));
    List<String> questions = Files.readAllLines(asked);
    assertTrue(questions.stream().allMatch(line -> line.endsWith("/release")), questions::toString);
  }

  @Test
  void a_link_to_the_launcher_works() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("first"), launcher);
    Path second = Files.createSymbolicLink(temporary.resolve("second"), link.getFileName());

    assertSaysItsVersion(run(Map.of("JAVA_HOME", JAVA_HOME.toString()), second, "--version"));
  }

  @Test
  void a_node_is_started_with_its_own_jar_alone() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", JAVA_HOME.toString()), launcher, "node", "--help");

    assertEquals(0, outcome.exitCode(), outcome.output());
    assertTrue(outcome.output().contains("--cluster"), outcome.output());
  }

  @Test
  void the_window_without_a_display_is_one_clear_line() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", JAVA_HOME.toString()), launcher);

    assertEquals(1, outcome.exitCode(), outcome.output());
    assertTrue(
        outcome.output().contains("use paxoscope console, which needs none."), outcome.output());
    assertFalse(outcome.output().contains("\tat "), outcome.output());
  }

  @Test
  void every_library_is_named_with_its_version_and_licence() throws IOException {
    String named = Files.readString(launcher.resolveSibling("../THIRD-PARTY.md"));
    List<String> unnamed = new ArrayList<>();
    try (Stream<Path> jars = Files.list(launcher.resolveSibling("../lib"))) {
      for (Path jar : jars.toList()) {
        // Such as jline-3.30.16.jar or javafx-base-26.0.2-linux.jar.
        Matcher name = LIBRARY.matcher(jar.getFileName().toString());
        if (name.matches() && !named.contains("| " + name.group(1) + " |")) {
          unnamed.add(jar.getFileName().toString());
        }
      }
    }
    assertEquals(List.of(), unnamed);
    assertTrue(Files.exists(launcher.resolveSibling("../LICENSE")));
    assertTrue(
        Files.exists(launcher.resolveSibling("../licences/GPL-2.0-with-class-path-exception.txt")));
  }

  /** The build has prepared the folder, where it could; else it is done here. */
  @Test
  void prepare_makes_caches_that_java_takes() throws Exception {
    Path prepared = Path.of(System.getProperty("test.launcherFolder"), "bin/paxoscope");
    if (Files.notExists(prepared.resolveSibling("../lib/paxoscope.aot"))) {
      Outcome outcome = run(Map.of("JAVA_HOME", JAVA_HOME.toString()), prepared, "prepare");
      assertEquals(0, outcome.exitCode(), outcome.output());
    }

    assertEquals(0, runWithCacheOnly(prepared, "--version").exitCode());
    assertEquals(0, runWithCacheOnly(prepared, "node", "--help").exitCode());
    String ports = String.join(",", FreePorts.inARow(5).stream().map(port -> "" + port).toList());
    Outcome status = runWithCacheOnly(prepared, "console", "--ports", ports, "-c", "status");
    assertEquals(0, status.exitCode(), status.output());
    assertEquals(
        5, status.output().lines().filter(line -> line.matches("S[1-5] .* up .*")).count());
  }

  @Test
  void caches_that_do_not_fit_are_passed_over_without_a_word() throws Exception {
    List<Path> caches =
        Stream.of("paxoscope.aot", "paxoscope-node.aot")
            .map(name -> launcher.resolveSibling("../lib").resolve(name))
            .toList();
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME.toString());
    for (Path cache : caches) {
      Files.deleteIfExists(cache);
    }
    String version = run(environment, launcher, "--version").output();
    String help = run(environment, launcher, "node", "--help").output();

    for (Path cache : caches) {
      Files.writeString(cache, "made by another Java");
    }
    try {
      assertNotEquals(0, runWithCacheOnly(launcher, "--version").exitCode());
      assertNotEquals(0, runWithCacheOnly(launcher, "node", "--help").exitCode());
      assertEquals(new Outcome(0, version), run(environment, launcher, "--version"), "the program");
      assertEquals(new Outcome(0, help), run(environment, launcher, "node", "--help"), "a node");
    } finally {
      for (Path cache : caches) {
        Files.delete(cache);
      }
    }
  }

  /** Java then refuses to start if it cannot use the cache. */
  private static Outcome runWithCacheOnly(Path program, String... arguments) throws Exception {
    return run(
        Map.of("JAVA_HOME", JAVA_HOME.toString(), "JDK_JAVA_OPTIONS", "-XX:AOTMode=on"),
        program,
        arguments);
  }

  @Test
  void a_picture_needs_no_display() throws Exception {
    Path run = temporary.resolve("run.paxosrun");
    RunFile.write(run, SimulatedTraces.of("B_wins", Map.of()), List.of());
    Path picture = temporary.resolve("picture.png");
    Outcome outcome =
        run(
            Map.of("JAVA_HOME", JAVA_HOME.toString(), "DISPLAY", ":none"),
            launcher,
            "export",
            run.toString(),
            "--to",
            picture.toString());
    assertEquals(0, outcome.exitCode(), outcome::output);
    assertTrue(Files.size(picture) > 1_000);
  }

  @Test
  void no_class_is_in_two_jars() throws IOException {
    Map<String, List<String>> jarsByClass = new HashMap<>();
    try (Stream<Path> jars = Files.list(launcher.resolveSibling("../lib"))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (JarFile contents = new JarFile(jar.toFile())) {
          contents.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
              .forEach(
                  name ->
                      jarsByClass
                          .computeIfAbsent(name, _ -> new ArrayList<>())
                          .add(jar.getFileName().toString()));
        }
      }
    }
    jarsByClass.values().removeIf(jars -> jars.size() == 1);
    assertEquals(Map.of(), jarsByClass);
  }

  private record Outcome(int exitCode, String output) {}

  private static void assertSaysItsVersion(Outcome outcome) {
    assertEquals(0, outcome.exitCode(), outcome.output());
    assertTrue(outcome.output().matches("(?s)Paxoscope \\d+\\.\\d+\\.\\d+.*"), outcome.output());
  }

  /** Runs a command with these variables as its whole environment, and so in the C locale. */
  private static Outcome run(Map<String, String> environment, Path command, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    return new Outcome(process.waitFor(), output);
  }
}
