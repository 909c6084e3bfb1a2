package paxoscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;
import paxoscope.diagram.DuelPlot;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.experiment.Spread;
import paxoscope.picture.Picture;

/**
 * The results of an experiment as a file.
 *
 * @param format what kind
 */
public record DuelFile(Format format) {

  /** The kinds of files. */
  public enum Format {
    /** A page with the plot that scales. */
    SVG,
    /** The same in pixels. */
    PNG,
    /** A handout for a browser: question, plot, explanation and numbers. */
    HTML,
    /** The numbers, for other programs. */
    CSV;

    /**
     * How the names of such files end.
     *
     * @return for example {@code .svg}
     */
    public String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind that a file's name asks for.
     *
     * @param fileName the name of a file
     * @return the kind
     * @throws IllegalArgumentException with one clear line if its ending names none
     */
    public static Format of(String fileName) {
      for (Format format : values()) {
        if (fileName.toLowerCase(Locale.ROOT).endsWith(format.ending())) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "'%s' does not say what to write: end it with .svg, .png, .html or .csv."
              .formatted(fileName));
    }
  }

  /**
   * Writes it, on white as everything that is printed.
   *
   * @param results what has been measured
   * @param out where to
   * @throws IOException if that cannot be written to
   */
  public void write(DuelResults results, OutputStream out) throws IOException {
    switch (format) {
      case SVG -> {
        InterFonts fonts = new InterFonts();
        Picture page = new DuelPlot(results, fonts).page();
        text(SvgPicture.document(page, ProgramFiles.palette(false), fonts), out);
      }
      case PNG -> {
        InterFonts fonts = new InterFonts();
        Picture page = new DuelPlot(results, fonts).page();
        RasterPicture raster = new RasterPicture(ProgramFiles.palette(false), fonts);
        ImageIO.write(raster.draw(page, RasterPicture.ON_PAPER), "png", out);
      }
      case HTML -> text(html(results), out);
      case CSV -> text(results.csv(), out);
    }
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String html(DuelResults results) {
    InterFonts fonts = new InterFonts();
    DuelPlan plan = results.plan();
    StringBuilder rows = new StringBuilder();
    for (Spread spread : results.spreads()) {
      rows.append(
          "<tr><th scope=\"row\">%d&nbsp;%%</th><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%d</td></tr>%n"
              .formatted(
                  spread.randomness(),
                  rounds(spread, 0.25),
                  rounds(spread, 0.5),
                  rounds(spread, 0.75),
                  spread.undecided(),
                  spread.count()));
    }
    return ProgramFiles.text("/resources/handouts/experiment.html")
        .replace("{{styles}}", SvgPicture.styles(ProgramFiles.palette(false)))
        .replace("{{plot}}", SvgPicture.fragment(new DuelPlot(results, fonts).page(), fonts))
        .replace("{{rows}}", rows.toString().replace("\r", ""))
        .replace("{{bound}}", Integer.toString(plan.bound()))
        .replace("{{repeats}}", Integer.toString(plan.repeats()))
        .replace("{{seed}}", Integer.toString(plan.seed()))
        .replace("{{command}}", command(plan));
  }

  private static String rounds(Spread spread, double share) {
    return spread.within(share).map(Object::toString).orElse("&ndash;");
  }

  private static String command(DuelPlan plan) {
    return "experiment livelock repeats=%d seed=%d dial=%s bound=%d"
        .formatted(
            plan.repeats(),
            plan.seed(),
            String.join(",", plan.dial().stream().map(Object::toString).toList()),
            plan.bound());
  }
}
