package paxoscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;
import paxoscope.narration.Narration;
import paxoscope.narration.Narrator;
import paxoscope.picture.Ink;
import paxoscope.picture.Palette;
import paxoscope.trace.Trace;

/**
 * Writes a stretch of a run as one page that a browser plays without a network: all views, both
 * themes, moved by keyboard or mouse.
 */
public final class HtmlReplay {

  private final Trace trace;
  private final Views views;

  private HtmlReplay(Trace trace, Views views) {
    this.trace = trace;
    this.views = views;
  }

  /**
   * Writes a stretch.
   *
   * @param trace the run
   * @param views draws its moments
   * @param first the first moment
   * @param last the last moment
   * @param reached takes each moment when it is drawn
   * @return the text of the page
   */
  static String of(Trace trace, Views views, int first, int last, IntConsumer reached) {
    String title = trace.header().title().isEmpty() ? "A run of Paxos" : trace.header().title();
    return ProgramFiles.text("/resources/handouts/replay.html")
        .replace("{{title}}", SvgPicture.escaped(title))
        .replace("{{light}}", theme(":root", ProgramFiles.palette(false)) + classes())
        .replace("{{dark}}", theme(":root.dark", ProgramFiles.palette(true)))
        .replace("{{size}}", Integer.toString(trace.size()))
        .replace("{{steps}}", new HtmlReplay(trace, views).packed(first, last, reached));
  }

  private static String theme(String selector, Palette palette) {
    StringBuilder css = new StringBuilder(selector).append('{');
    for (Ink ink : Ink.values()) {
      css.append("--").append(ink.cssName()).append(':').append(palette.hex(ink)).append(';');
    }
    return css.append('}').toString();
  }

  private static String classes() {
    StringBuilder css = new StringBuilder();
    for (Ink ink : Ink.values()) {
      css.append(".f-%1$s{fill:var(--%1$s)}.s-%1$s{stroke:var(--%1$s)}".formatted(ink.cssName()));
    }
    return css.toString();
  }

  private String packed(int first, int last, IntConsumer reached) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(new GZIPOutputStream(bytes))) {
      json.writeStartArray();
      for (int moment = first; moment <= last; moment++) {
        write(moment, json);
        reached.accept(moment);
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be written to.", impossible);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private void write(int moment, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", moment);
    json.writeStringField("stage", fragment(View.STAGE, moment));
    json.writeStringField("spaceTime", fragment(View.SPACE_TIME, moment));
    json.writeStringField("slide", fragment(View.SLIDE, moment));
    if (moment == 0) {
      words(json, trace.header().title(), "", "", "neutral");
    } else {
      Narration said = new Narrator().narrate(trace, moment);
      words(
          json,
          said.headline(),
          said.detail(),
          said.ruleName() + ": " + said.ruleText(),
          said.tone().name().toLowerCase(Locale.ROOT));
    }
    json.writeEndObject();
  }

  private String fragment(View view, int moment) {
    return SvgPicture.fragment(views.draw(view, moment), views.widths());
  }

  private static void words(
      JsonGenerator json, String headline, String detail, String rule, String tone)
      throws IOException {
    json.writeStringField("headline", headline);
    json.writeStringField("detail", detail);
    json.writeStringField("rule", rule);
    json.writeStringField("tone", tone);
  }
}
