package paxoscope.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What one looks for in the text of a source file; formatting is checked by the build itself. */
enum SourceRule {
  FILES_ARE_SHORT("a file is under 400 lines, so that it has one subject") {
    @Override
    List<String> violations(SourceFile file) {
      return file.isJava() ? tooLong(file, 400) : List.of();
    }
  },

  CONTROLLERS_ARE_SHORT("a controller is under 150 lines: it binds and delegates") {
    @Override
    List<String> violations(SourceFile file) {
      return file.name().endsWith("Controller.java") ? tooLong(file, 150) : List.of();
    }
  },

  METHODS_ARE_SHORT("a method is under 70 lines: it fits on a screen") {
    @Override
    List<String> violations(SourceFile file) {
      return file.isJava() ? longMethods(file) : List.of();
    }
  },

  NOTHING_IS_LEFT_FOR_LATER("what is on main is done; plans are issues") {
    @Override
    List<String> violations(SourceFile file) {
      return linesWith(file, UNFINISHED);
    }
  },

  TESTS_DO_NOT_SLEEP("a test that waits for time is slow or fails by chance: wait for the event") {
    @Override
    List<String> violations(SourceFile file) {
      return file.isTest() ? linesWith(file, SLEEP) : List.of();
    }
  };

  private static final int METHOD_LINES = 70;
  // Written so that this file does not contain the words.
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(");

  private final String reason;

  SourceRule(String reason) {
    this.reason = reason;
  }

  /** One line for each place that breaks the rule. */
  abstract List<String> violations(SourceFile file);

  @Override
  public String toString() {
    return name() + ": " + reason;
  }

  /** A text file with its path as people read it. */
  record SourceFile(String name, String text) {
    boolean isJava() {
      return name.endsWith(".java");
    }

    boolean isTest() {
      return isJava() && name.contains("src/test/");
    }
  }

  private static List<String> tooLong(SourceFile file, int limit) {
    long lines = file.text().lines().count();
    return lines < limit ? List.of() : List.of(file.name() + " has " + lines + " lines");
  }

  private static List<String> linesWith(SourceFile file, Pattern pattern) {
    List<String> found = new ArrayList<>();
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find()) {
        found.add(file.name() + ":" + (i + 1) + " " + lines.get(i).strip());
      }
    }
    return found;
  }

  private static List<String> longMethods(SourceFile file) {
    if (file.text().lines().count() < METHOD_LINES) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask parser =
        (JavacTask)
            compiler.getTask(null, null, null, List.of(), null, List.of(inMemory(file.text())));
    SourcePositions positions = Trees.instance(parser).getSourcePositions();
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : parse(parser)) {
      LineMap lines = unit.getLineMap();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void none) {
          long first = lines.getLineNumber(positions.getStartPosition(unit, method));
          long last = lines.getLineNumber(positions.getEndPosition(unit, method));
          long length = last - first + 1;
          if (length >= METHOD_LINES) {
            found.add(file.name() + ":" + first + " " + method.getName() + " has " + length);
          }
          return super.visitMethod(method, none);
        }
      }.scan(unit, null);
    }
    return found;
  }

  private static Iterable<? extends CompilationUnitTree> parse(JavacTask parser) {
    try {
      return parser.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject inMemory(String text) {
    return new SimpleJavaFileObject(
        URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
