package paxoscope.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import paxoscope.export.Handout;
import paxoscope.export.View;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import paxoscope.files.WholeFile;
import paxoscope.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paxoscope export}: a handout of a recorded run. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Makes a handout of a recorded run. No node is started.",
    footer =
        "%nThe ending of FILE says what it is: .svg and .png a picture of one moment, .gif a"
            + " film,%n.html a replay for any browser, .shiviz a log for ShiViz, .tex the box"
            + " diagram for LaTeX.%nIt ends with 0 if the file is written, 2 if something is"
            + " wrong.")
final class ExportCommand implements Callable<Integer> {

  private static final Pattern STRETCH = Pattern.compile("([0-9]{1,7})-([0-9]{1,7})");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");

  @Parameters(paramLabel = "RUN", description = "A recorded run.")
  private Path run;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where to.")
  private Path file;

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "stage (the default), space-time, slide, worksheet or key.")
  private Optional<String> view = Optional.empty();

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "The moment of a picture; the end by default.")
  private Optional<Integer> step = Optional.empty();

  @Option(
      names = "--steps",
      paramLabel = "A-B",
      description = "The stretch of a film, a replay or a space-time picture; all by default.")
  private String steps = "";

  @Option(names = "--dark", description = "The dark theme.")
  private boolean dark;

  @Option(names = "--size", paramLabel = "WxH", description = "The size; 1280x720 by default.")
  private String size = "1280x720";

  @Override
  public Integer call() {
    try {
      Trace trace = RunFile.read(run).trace();
      Handout handout = handout(trace);
      WholeFile.write(file, out -> handout.write(trace, out, step -> tell(step, handout)));
      System.out.println("Written: " + file);
      return StandardOutput.WELL;
    } catch (RunFileException wrong) {
      return StandardOutput.complain(wrong);
    } catch (IllegalArgumentException wrong) {
      System.err.println("paxoscope: " + wrong.getMessage());
      return StandardOutput.WRONG;
    }
  }

  // Whoever waits for a film of many steps wants to know how far it is.
  private static void tell(int step, Handout handout) {
    int each = Math.max(10, (handout.last() - handout.first()) / 10);
    if (step > handout.first() && (step - handout.first()) % each == 0) {
      System.out.println("Step " + step + " of " + handout.last() + " is drawn.");
    }
  }

  private Handout handout(Trace trace) {
    Matcher wanted = matched(SIZE, size, "--size is such as 1280x720, not '" + size + "'.");
    Handout.Format format = Handout.Format.of(file.getFileName().toString());
    requireSense(format);
    int first = 0;
    int last = step.orElse(trace.size());
    Optional<Handout.Sight> sight = Optional.empty();
    if (!steps.isEmpty()) {
      Matcher stretch = matched(STRETCH, steps, "--steps is such as 3-12, not '" + steps + "'.");
      int from = Integer.parseInt(stretch.group(1));
      int to = Integer.parseInt(stretch.group(2));
      if (format.isPicture() && view() == View.SPACE_TIME) {
        sight = Optional.of(new Handout.Sight(from, to + 1.0));
        last = step.orElse(Math.min(to, trace.size()));
      } else {
        first = from;
        last = to;
      }
    }
    return new Handout(
        format,
        view(),
        first,
        last,
        sight,
        dark,
        Integer.parseInt(wanted.group(1)),
        Integer.parseInt(wanted.group(2)));
  }

  /** What would be ignored is said instead: nobody should think that it was heeded. */
  private void requireSense(Handout.Format format) {
    boolean hasViews = format.isPicture() || format == Handout.Format.GIF;
    if (view.isPresent() && !hasViews && !(format == Handout.Format.TEX && view() == View.SLIDE)) {
      throw new IllegalArgumentException(
          switch (format) {
            case HTML -> "A replay has all three views: leave --view out.";
            case TEX ->
                "A .tex file holds the slide's box diagram: leave --view out, or end the file's"
                    + " name with .svg or .png.";
            default -> "A log has no views: leave --view out.";
          });
    }
    boolean hasStretch =
        format == Handout.Format.GIF
            || format == Handout.Format.HTML
            || format.isPicture() && view() == View.SPACE_TIME;
    if (!steps.isEmpty() && !hasStretch) {
      throw new IllegalArgumentException(
          "--steps is for films, replays and space-time pictures: choose a moment with --step.");
    }
  }

  private static Matcher matched(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(otherwise);
    }
    return matcher;
  }

  private View view() {
    String wanted = view.orElse(View.STAGE.optionName());
    return Arrays.stream(View.values())
        .filter(one -> one.optionName().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no view '%s': write %s."
                        .formatted(
                            wanted,
                            Arrays.stream(View.values())
                                .map(View::optionName)
                                .collect(Collectors.joining(", ")))));
  }
}
