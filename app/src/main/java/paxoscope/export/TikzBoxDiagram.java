package paxoscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import paxoscope.diagram.Adoption;
import paxoscope.diagram.CallBox;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.Column;
import paxoscope.diagram.SlideContent;
import paxoscope.narration.Words;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.Box;
import paxoscope.trace.Role;
import paxoscope.trace.Trace;

/**
 * The box diagram of a run as a LaTeX document of its own, drawn with TikZ. pdflatex with the
 * packages of a small TeX installation (standalone or not) makes a page of it; the picture can be
 * copied into slides.
 *
 * @param trace the run
 */
public record TikzBoxDiagram(Trace trace) {

  private static final double COLUMN_CM = 3.0;
  private static final double ROW_CM = 1.6;
  private static final double HALF_BOX_CM = 1.25;
  private static final double CHANNEL_CM = 0.62;

  private static final String HEAD =
      """
      %% The box diagram of a run of Paxoscope. Compile with pdflatex.
      \\documentclass{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[utf8]{inputenc}
      \\usepackage{textcomp}
      \\usepackage{tikz}
      \\usetikzlibrary{arrows,patterns}
      \\pagestyle{empty}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\paperwidth}{%scm}
      \\setlength{\\paperheight}{%scm}
      \\pdfpagewidth=\\paperwidth
      \\pdfpageheight=\\paperheight
      \\setlength{\\hoffset}{-1in}
      \\setlength{\\voffset}{-1in}
      \\setlength{\\oddsidemargin}{0.5cm}
      \\setlength{\\topmargin}{0.5cm}
      \\setlength{\\headheight}{0pt}
      \\setlength{\\headsep}{0pt}
      \\setlength{\\topskip}{0pt}
      \\setlength{\\textwidth}{\\dimexpr\\paperwidth-1cm\\relax}
      \\setlength{\\textheight}{\\dimexpr\\paperheight-1cm\\relax}
      \\definecolor{proposerA}{HTML}{1F5FBF}
      \\definecolor{proposerB}{HTML}{B0560A}
      \\definecolor{proposerOther}{HTML}{4B5768}
      \\definecolor{refusal}{HTML}{B3261E}
      \\definecolor{chosen}{HTML}{176B43}
      \\tikzset{
        call/.style={draw, rounded corners=2pt, minimum width=2.5cm, minimum height=0.8cm,
          inner sep=1pt, font=\\sffamily},
        role-a/.style={call, draw=proposerA, text=proposerA, fill=proposerA!10},
        role-b/.style={call, draw=proposerB, text=proposerB, fill=proposerB!10,
          postaction={pattern=north east lines, pattern color=proposerB!35}},
        role-other/.style={call, draw=proposerOther, text=proposerOther, fill=proposerOther!8},
        refused/.style={call, draw=refusal, text=refusal, fill=refusal!10},
        majority/.style={line width=2pt, draw=chosen},
        reason/.style={font=\\sffamily\\scriptsize, text=refusal},
        adopted/.style={->, >=triangle 45, thick}
      }
      %% A label that is too wide for its box is made smaller.
      \\newcommand{\\fitted}[1]{\\sbox0{#1}%%
        \\ifdim\\wd0>2.3cm\\resizebox{2.3cm}{!}{\\usebox0}\\else\\usebox0\\fi}
      \\begin{document}
      """;

  /**
   * The document.
   *
   * @param cursor the moment until which the boxes are drawn
   * @return LaTeX in plain text, UTF-8
   */
  public String at(int cursor) {
    SlideContent content = new CallBoxes(trace).at(cursor);
    List<Column> columns =
        content.columns().stream()
            .filter(column -> content.boxes().stream().anyMatch(box -> box.column().equals(column)))
            .toList();
    int rows = content.header().membership().size();
    List<String> lines = new ArrayList<>();
    for (ServerId server : content.header().membership().servers()) {
      double y = -ROW_CM * server.number();
      lines.add(
          "\\draw[gray!40] (-0.6,%s) -- (%s,%s);"
              .formatted(cm(y), cm(COLUMN_CM * Math.max(1, columns.size())), cm(y)));
      lines.add("\\node[font=\\sffamily\\bfseries] at (-1,%s) {%s};".formatted(cm(y), server));
    }
    for (Column column : columns) {
      lines.add(
          "\\node[font=\\sffamily\\small, gray] at (%s,-0.6) {%s};"
              .formatted(cm(x(columns, column)), LatexText.of(column.label())));
    }
    content.boxes().forEach(call -> lines.addAll(box(content, columns, call)));
    content.adoptions().forEach(adoption -> lines.add(arrow(columns, adoption)));
    double width = COLUMN_CM * Math.max(2, columns.size()) + 3.5;
    return HEAD.formatted(cm(width), cm(ROW_CM * rows + 2.6))
        + title(content)
        + "\\begin{tikzpicture}\n  "
        + String.join("\n  ", lines)
        + "\n\\end{tikzpicture}\n\\end{document}\n";
  }

  private static String title(SlideContent content) {
    String title = LatexText.of(content.header().title());
    String chosen =
        content
            .chosen()
            .map(
                it ->
                    "\\par\\textcolor{chosen}{\\sffamily\\bfseries Chosen: "
                        + LatexText.of(Words.value(it.value()))
                        + "}")
            .orElse("");
    return "{\\sffamily\\bfseries " + title + "}" + chosen + "\\par\\vspace{2mm}\n";
  }

  private static double x(List<Column> columns, Column column) {
    return COLUMN_CM * columns.indexOf(column) + HALF_BOX_CM;
  }

  private List<String> box(SlideContent content, List<Column> columns, CallBox call) {
    Box box = call.box();
    double x = x(columns, call.column());
    double y = -ROW_CM * box.server().number();
    String style =
        box.refused()
            ? "refused"
            : Role.of(box.number(), content.header()).styleClass().toLowerCase(Locale.ROOT);
    boolean majority = content.majority().contains(call);
    List<String> lines = new ArrayList<>();
    lines.add(
        "\\node[%s%s] (box%d) at (%s,%s) {%s};"
            .formatted(
                style,
                majority ? ", majority" : "",
                content.boxes().indexOf(call),
                cm(x),
                cm(y),
                label(box)));
    if (box.refused()) {
      lines.add(
          "\\draw[refusal, thick] (%s,%s) -- (%s,%s);"
              .formatted(cm(x - 1.05), cm(y), cm(x + 1.05), cm(y)));
      reason(call)
          .ifPresent(
              text ->
                  lines.add(
                      "\\node[reason] at (%s,%s) {%s};".formatted(cm(x), cm(y - 0.58), text)));
    }
    return lines;
  }

  private static String label(Box box) {
    return box.phase() == 1
        ? "P " + box.number()
        : "\\fitted{A %s %s}"
            .formatted(box.number(), LatexText.of(Words.value(new Value(box.value()))));
  }

  private static Optional<String> reason(CallBox call) {
    return call.obstacle()
        .map(
            it ->
                "promised "
                    + it.promised()
                    + (it.column().isEmpty() ? "" : " in " + LatexText.of(it.column())));
  }

  /** Above the row of its beginning, between the columns, above the row of its end. */
  private static String arrow(List<Column> columns, Adoption adoption) {
    double fromX = x(columns, adoption.from().column());
    double toX = x(columns, adoption.to().column());
    double fromRow = -ROW_CM * adoption.from().box().server().number();
    double toRow = -ROW_CM * adoption.to().box().server().number();
    double between = toX - COLUMN_CM / 2;
    return "\\draw[adopted] (%s,%s) -- (%s,%s) -- (%s,%s) -- (%s,%s) -- (%s,%s) -- (%s,%s);"
        .formatted(
            cm(fromX), cm(fromRow + 0.4),
            cm(fromX), cm(fromRow + CHANNEL_CM),
            cm(between), cm(fromRow + CHANNEL_CM),
            cm(between), cm(toRow + CHANNEL_CM),
            cm(toX), cm(toRow + CHANNEL_CM),
            cm(toX), cm(toRow + 0.4));
  }

  private static String cm(double length) {
    return String.format(Locale.ROOT, "%.2f", length);
  }
}
