package paxoscope.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.narration.DiagramWords;
import paxoscope.picture.Mark;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.Leg;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/** One space-time diagram in the making. To be used once. */
final class SpaceTimeDrawing {

  private static final double AFTER_THE_CURSOR = 0.66;
  private static final double WITHOUT_A_PART = 0.82;
  private static final double EFFECTS = 0.3;
  private static final double SELECTED = 1.8;
  private static final double HOVERED = 1.2;
  private static final int MOST_TURNS = 100;

  private final Trace trace;
  private final Section section;
  private final SpaceTimeScale scale;
  private final Focus focus;
  private final List<Passage> messages = new ArrayList<>();
  private final List<Passage> timers = new ArrayList<>();
  private final Detail detail;
  private final ArrowMaker maker;
  private final TimerSigns timerSigns;
  private final Room room;
  private final ArrowLabels labels;
  private final Notes notes;
  private final Map<Integer, Arrow> arrows = new HashMap<>();

  // What is before the cursor and what is after it, each without and with a part in what is looked
  // at.
  private final Layer hereQuiet = new Layer();
  private final Layer laterQuiet = new Layer();
  private final Layer hereLit = new Layer();
  private final Layer laterLit = new Layer();

  /** A drawing with as much of each message as there is room for. */
  SpaceTimeDrawing(Trace trace, TextWidths widths, Section section, SpaceTimeScale scale) {
    this(trace, widths, section, scale, null);
  }

  /** A drawing with as much of each message as another one has. */
  SpaceTimeDrawing(
      Trace trace, TextWidths widths, Section section, SpaceTimeScale scale, Detail given) {
    this.trace = trace;
    this.section = section;
    this.scale = scale;
    this.focus = section.focus();
    this.timerSigns = new TimerSigns(scale, trace.header());
    if (given == null) {
      this.detail = Detail.of(messages, sort(Detail.sample(passages())));
    } else {
      sort(given.each());
      this.detail = given;
    }
    this.maker = new ArrowMaker(scale, trace.header(), detail);
    this.room =
        new Room(scale.left() - 0.4 * scale.font(), scale.top(), scale.width(), scale.bottom());
    this.labels = new ArrowLabels(room, widths, new Type(0.92 * scale.font(), Type.Weight.MEDIUM));
    this.notes = new Notes(scale, widths);
  }

  private int first() {
    return Math.max(0, (int) Math.floor(scale.first()));
  }

  private int end() {
    return Math.min(Math.max(0, (int) Math.ceil(scale.last())), trace.size());
  }

  private int passages() {
    return trace.passageCount(end()) - trace.passageCount(Math.min(first(), end()));
  }

  /** Looks at what is in sight, at one passage in so many. Tells of how many. */
  private int sort(int each) {
    for (Passage passage : trace.passagesBetween(first(), end(), each)) {
      if (passage.content().leg() == Leg.TIMER) {
        if (timerSigns.shows(passage)) {
          timers.add(passage);
        }
      } else if (!isStub(passage) || scale.shows(scale.x(passage.sentStep()))) {
        messages.add(passage);
      }
    }
    return each;
  }

  private static boolean isStub(Passage passage) {
    return passage.end() == Passage.End.WAITING || passage.end() == Passage.End.FORGOTTEN;
  }

  /** How much of each message is drawn. */
  Detail detail() {
    return detail;
  }

  /** All of it. */
  List<Mark> marks() {
    return marks(true);
  }

  /** All but what stays where it is while one looks at other steps. */
  List<Mark> moving() {
    return marks(false);
  }

  private List<Mark> marks(boolean whole) {
    Lanes lanes = Lanes.of(trace, scale);
    List<Lanes.Turn> turns = lanes.turns();
    Optional<ChosenMoment> chosen = ChosenMoment.of(trace);
    List<Mark> pills = new ArrayList<>();
    drawArrows();
    if (!detail.hasHeads()) {
      layers().forEach(Layer::orderByPen);
    }
    chosen.ifPresent(moment -> drawChosen(moment, pills));
    List<Mark> turnSigns = new ArrayList<>();
    if (detail.hasHeads()) {
      drawTimers();
      WireSigns wires = new WireSigns(trace, scale);
      List<WireSigns.Wiring> wirings = wires.between(first(), end());
      wires.lines(wirings, room, turnSigns);
      if (turns.size() <= MOST_TURNS) {
        lanes.turnSigns(turns, labels, room, turnSigns);
      }
      wires.words(wirings, labels, turnSigns);
    }
    if (detail.hasWords()) {
      write();
    }
    List<Mark> marks = new ArrayList<>();
    boolean selected = focus.selected().isPresent();
    laterQuiet.addTo(marks);
    if (selected) {
      hereQuiet.addTo(marks);
    }
    marks.add(notes.veil(selected ? WITHOUT_A_PART : AFTER_THE_CURSOR));
    if (selected) {
      laterLit.addTo(marks);
      marks.add(notes.veil(EFFECTS));
    }
    lanes.lines(turns, marks);
    hereLit.addTo(marks);
    marks.addAll(turnSigns);
    over(lanes, whole, pills, marks);
    return marks;
  }

  /** What stays where it is: the names, and a note. */
  List<Mark> standing() {
    List<Mark> marks = new ArrayList<>();
    Lanes.of(trace, scale).names(marks);
    sample(marks);
    return marks;
  }

  private void sample(List<Mark> marks) {
    if (detail.each() > 1) {
      notes.sample(detail.each(), ChosenMoment.of(trace), marks);
    }
  }

  private void over(Lanes lanes, boolean whole, List<Mark> pills, List<Mark> marks) {
    List<Mark> knobs = new ArrayList<>();
    notes.cursor(section.cursor(), marks, knobs);
    marks.addAll(pills);
    marks.addAll(knobs);
    if (whole) {
      lanes.names(marks);
    }
    lanes.numbers(marks);
    if (whole) {
      sample(marks);
    }
    focus
        .hovered()
        .ifPresent(
            serial ->
                notes.told(
                    trace.passage(serial),
                    arrows.computeIfAbsent(serial, _ -> maker.of(trace.passage(serial), 0)),
                    marks));
  }

  private List<Layer> layers() {
    return List.of(hereQuiet, laterQuiet, hereLit, laterLit);
  }

  private Layer layer(Passage passage, boolean later) {
    boolean quiet = !focus.lights(passage);
    return later
        ? quiet || focus.selected().isEmpty() ? laterQuiet : laterLit
        : quiet ? hereQuiet : hereLit;
  }

  private boolean isLater(Passage passage) {
    return (isStub(passage) ? passage.sentStep() : passage.endStep()) > section.cursor();
  }

  private void drawArrows() {
    for (Passage passage : messages) {
      boolean special = focus.isSelected(passage) || focus.isHovered(passage);
      if (!special && !detail.draws(passage)) {
        continue;
      }
      double bolder = focus.isSelected(passage) ? SELECTED : focus.isHovered(passage) ? HOVERED : 0;
      Arrow arrow = maker.of(passage, bolder);
      arrows.put(passage.serial(), arrow);
      Layer layer = layer(passage, isLater(passage));
      layer.lines.addAll(arrow.lines());
      layer.signs.addAll(arrow.signs());
      if (detail.hasWords()) {
        arrow.solid().forEach(room::take);
        arrow.ways().forEach(room::pass);
      }
      boolean waits =
          passage.sentStep() <= section.cursor() && passage.endStep() > section.cursor();
      if (waits && passage.endStep() != Passage.NOT_YET) {
        Arrow stub = maker.waiting(passage, bolder);
        layer(passage, false).lines.addAll(stub.lines());
        layer(passage, false).signs.addAll(stub.signs());
      }
    }
  }

  private void drawTimers() {
    for (Passage timer : timers) {
      layer(timer, isLater(timer)).signs.add(timerSigns.sign(timer));
      room.take(timerSigns.solid(timer));
    }
  }

  private void drawChosen(ChosenMoment chosen, List<Mark> pills) {
    boolean later = chosen.step() > section.cursor();
    Layer layer = later ? laterQuiet : hereLit;
    List<Mark> lines = new ArrayList<>();
    notes.chosen(chosen, lines, later ? layer.words : pills);
    layer.lines.addAll(lines);
    for (Mark mark : lines) {
      if (mark instanceof Mark.Line line) {
        room.pass(new Way(line.x1(), line.y1(), line.x2(), line.y2()));
      }
    }
  }

  // In the order of their ends, so that what comes later moves no words that stand already.
  private void write() {
    messages.stream()
        .filter(passage -> arrows.containsKey(passage.serial()))
        .sorted(Comparator.comparingInt(Passage::endStep))
        .forEach(
            passage -> {
              Arrow arrow = arrows.get(passage.serial());
              arrow
                  .berth()
                  .flatMap(
                      berth ->
                          labels.place(
                              berth,
                              DiagramWords.forms(passage.content()),
                              arrow.ink(),
                              new Target.OfMessage(passage.serial())))
                  .ifPresent(label -> layer(passage, isLater(passage)).words.addAll(label.marks()));
            });
    for (Passage timer : timers) {
      timerSigns
          .label(timer, labels)
          .ifPresent(label -> layer(timer, isLater(timer)).words.addAll(label.marks()));
    }
  }
}
