package paxoscope.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import paxoscope.diagram.Captioned;
import paxoscope.diagram.StageDiagram;
import paxoscope.picture.Picture;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;

/**
 * A handout of a run.
 *
 * @param format what kind of file
 * @param view what is drawn
 * @param first the first moment of a film or replay
 * @param last its last moment; the moment of a picture
 * @param sight which steps a space-time picture shows; all if empty
 * @param dark whether the dark theme is used
 * @param width the width of pictures
 * @param height their height
 */
public record Handout(
    Format format,
    View view,
    int first,
    int last,
    Optional<Sight> sight,
    boolean dark,
    int width,
    int height) {

  /** The most steps of a film or replay: what is longer nobody watches, and no browser likes. */
  public static final int MOST_STEPS = 400;

  private static final int FRAMES_PER_FLIGHT = 5;
  private static final int FLIGHT_FRAME_MILLIS = 90;
  private static final int STILL_MILLIS = 1300;

  /**
   * Which steps are seen.
   *
   * @param first the step at the left edge; may be a fraction
   * @param last the step at the right edge
   */
  public record Sight(double first, double last) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException with one clear line if nothing would be seen
     */
    public Sight {
      if (!(first >= 0 && first < last && last < Integer.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "Nothing is to be seen from step " + first + " to step " + last + ".");
      }
    }
  }

  /** The kinds of files. */
  public enum Format {
    /** A drawing that scales. */
    SVG,
    /** Pixels. */
    PNG,
    /** An animated picture. */
    GIF,
    /** A page that a browser plays. */
    HTML,
    /** A log for the visualizer ShiViz. */
    SHIVIZ,
    /** The box diagram as a LaTeX document. */
    TEX;

    /**
     * Whether it shows one moment.
     *
     * @return true for drawings and pixels
     */
    public boolean isPicture() {
      return this == SVG || this == PNG;
    }

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
      String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return switch (ending) {
        case "svg" -> SVG;
        case "png" -> PNG;
        case "gif" -> GIF;
        case "html", "htm" -> HTML;
        case "shiviz", "log" -> SHIVIZ;
        case "tex" -> TEX;
        default ->
            throw new IllegalArgumentException(
                "'%s' does not say what to write: end it with .svg, .png, .gif, .html, .shiviz or .tex."
                    .formatted(fileName));
      };
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException with one clear line if one is out of range
   */
  public Handout {
    if (width < 320 || height < 240 || width > 8000 || height > 8000) {
      throw new IllegalArgumentException(
          "A picture is 320x240 to 8000x8000, not " + width + "x" + height + ".");
    }
    if (last < 0) {
      throw new IllegalArgumentException(
          "There is no step " + last + ": before the first step a run is at step 0.");
    }
    if (first < 0 || first > last) {
      throw new IllegalArgumentException(
          "There is no stretch from step " + first + " to step " + last + ".");
    }
    if (format == Format.GIF && view.isOnPaper()) {
      throw new IllegalArgumentException(
          "What is printed does not move: make it .svg or .png, or a film of another view.");
    }
  }

  /**
   * A handout that shows all steps where it shows steps.
   *
   * @param format what kind of file
   * @param view what is drawn
   * @param first the first moment of a film or replay
   * @param last its last moment; the moment of a picture
   * @param dark whether the dark theme is used
   * @param width the width of pictures
   * @param height their height
   */
  public Handout(
      Format format, View view, int first, int last, boolean dark, int width, int height) {
    this(format, view, first, last, Optional.empty(), dark, width, height);
  }

  /**
   * Writes it.
   *
   * @param trace the run
   * @param out where to
   * @throws IOException if that cannot be written to
   * @throws IllegalArgumentException with one clear line if the run has no such moment
   */
  public void write(Trace trace, OutputStream out) throws IOException {
    write(trace, out, _ -> {});
  }

  /**
   * Writes it, and tells how far it has come.
   *
   * @param trace the run
   * @param out where to
   * @param reached takes each moment of a film or replay when it is drawn; whatever it throws ends
   *     the writing
   * @throws IOException if that cannot be written to
   * @throws IllegalArgumentException with one clear line if the run has no such moment
   */
  public void write(Trace trace, OutputStream out, IntConsumer reached) throws IOException {
    if (last > trace.size()) {
      throw new IllegalArgumentException(
          "The run has " + trace.size() + " steps: there is no step " + last + ".");
    }
    requireShort();
    InterFonts fonts = new InterFonts();
    Views views = new Views(trace, fonts, width, height);
    RasterPicture raster = new RasterPicture(ProgramFiles.palette(dark), fonts);
    switch (format) {
      case SVG -> text(SvgPicture.document(picture(views), ProgramFiles.palette(dark), fonts), out);
      case PNG ->
          ImageIO.write(
              raster.draw(picture(views), view.isOnPaper() ? RasterPicture.ON_PAPER : 1),
              "png",
              out);
      case GIF -> film(trace, views, raster, out, reached);
      case HTML -> text(HtmlReplay.of(trace, views, first, last, reached), out);
      case SHIVIZ -> text(ShiVizLog.of(trace), out);
      case TEX -> text(new TikzBoxDiagram(trace).at(last), out);
    }
  }

  private void requireShort() {
    if ((format == Format.HTML || format == Format.GIF) && last - first > MOST_STEPS) {
      throw new IllegalArgumentException(
          "A %s holds at most %d steps, not %d: choose a stretch, such as --steps %d-%d."
              .formatted(
                  format == Format.HTML ? "replay" : "film",
                  MOST_STEPS,
                  last - first,
                  first,
                  first + MOST_STEPS));
    }
  }

  private Picture picture(Views views) {
    return view == View.SPACE_TIME && sight.isPresent()
        ? views.spaceTime(last, sight.get())
        : views.draw(view, last);
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void film(
      Trace trace, Views views, RasterPicture raster, OutputStream out, IntConsumer reached)
      throws IOException {
    Captioned caption = new Captioned(trace, views.widths());
    Views lower =
        new Views(trace, views.widths(), width, height - Captioned.stripHeight(views.font()));
    try (Film film = new Film(out)) {
      for (int moment = first; moment <= last; moment++) {
        if (view == View.STAGE && moment > first) {
          fly(trace, moment, lower, caption, views.font(), raster, film);
        }
        film.add(
            frame(caption.below(lower.draw(view, moment), moment, views.font()), raster),
            STILL_MILLIS);
        reached.accept(moment);
      }
    }
  }

  // The message of the step flies over the picture of the moment before.
  private void fly(
      Trace trace,
      int moment,
      Views views,
      Captioned caption,
      double font,
      RasterPicture raster,
      Film film)
      throws IOException {
    List<StageDiagram.Flying> flying = new ArrayList<>();
    for (int frame = 1; frame <= FRAMES_PER_FLIGHT; frame++) {
      double share = frame / (double) FRAMES_PER_FLIGHT;
      flying.clear();
      if (trace.step(moment).decision() instanceof Decision.Deliver
          && trace.step(moment).subject().isPresent()) {
        flying.add(new StageDiagram.Flying(trace.step(moment).subject().get(), share));
      }
      if (!flying.isEmpty()) {
        Picture picture = views.stage(moment - 1, flying);
        film.add(frame(caption.below(picture, moment - 1, font), raster), FLIGHT_FRAME_MILLIS);
      }
    }
  }

  private static BufferedImage frame(Picture picture, RasterPicture raster) {
    return raster.draw(picture, 1);
  }
}
