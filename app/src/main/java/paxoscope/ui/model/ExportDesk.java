package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import paxoscope.export.Handout;
import paxoscope.export.Handout.Format;
import paxoscope.files.WholeFile;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * Makes handouts of the run that is shown, live or recorded. Where it was written, or why not, is
 * told in the banner. To be used on the window's thread only; handouts are drawn and written
 * elsewhere, one at a time.
 */
public final class ExportDesk {

  // Text grows with the picture: pixels decide how sharp it is, not how much is in it.
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int SHARP_WIDTH = 1920;
  private static final int SHARP_HEIGHT = 1080;

  private final ControlDesk desk;
  private final FileChoice choice;
  private final NodeCalls writer;
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private AtomicBoolean wanted = new AtomicBoolean();

  /**
   * A desk that writes nothing yet.
   *
   * @param desk shows the run
   * @param choice asks for files
   * @param writer draws and writes
   */
  public ExportDesk(ControlDesk desk, FileChoice choice, NodeCalls writer) {
    this.desk = desk;
    this.choice = choice;
    this.writer = writer;
  }

  /**
   * Whether there is a run to make handouts of; says so if not.
   *
   * @return true if it has a step
   */
  public boolean isSomethingThere() {
    boolean there = desk.playback().traceProperty().get().size() > 0;
    if (!there) {
      desk.complain(UiText.of("export.nothing"));
    }
    return there;
  }

  /**
   * Asks for a file, and writes a handout of what is shown.
   *
   * @param kind what
   * @param usual as what, unless the file's name says otherwise
   * @param dark whether in the dark theme
   * @param sight which steps the space-time view shows
   */
  public void chooseAndWrite(
      HandoutKind kind, Format usual, boolean dark, Optional<Handout.Sight> sight) {
    Playback playback = desk.playback();
    Trace trace = playback.traceProperty().get();
    if (isSomethingThere() && !writing.get()) {
      int cursor = playback.cursorProperty().get();
      choice
          .toSave(
              UiText.of("export.title"),
              name(kind, trace, cursor) + usual.ending(),
              endings(kind, usual))
          .ifPresent(file -> write(kind, usual, dark, sight, trace, cursor, file));
    }
  }

  private static String name(HandoutKind kind, Trace trace, int cursor) {
    String scenario = trace.header().scenario();
    String name = (scenario.isEmpty() ? "run" : scenario) + "-" + kind.key();
    return kind.isOfAMoment() ? name + "-" + cursor : name;
  }

  private static List<String> endings(HandoutKind kind, Format usual) {
    List<String> endings = new ArrayList<>(kind.formats().stream().map(Format::ending).toList());
    endings.remove(usual.ending());
    endings.addFirst(usual.ending());
    return endings;
  }

  private void write(
      HandoutKind kind,
      Format usual,
      boolean dark,
      Optional<Handout.Sight> sight,
      Trace trace,
      int cursor,
      Path chosen) {
    ChosenFile file = ChosenFile.of(chosen, endings(kind, usual), usual.ending());
    Handout handout = handout(kind, Format.of(file.name()), dark, sight, trace.size(), cursor);
    AtomicBoolean still = new AtomicBoolean(true);
    wanted = still;
    share.set(0);
    writing.set(true);
    writer.make(
        () -> save(handout, trace, file, still),
        done -> {
          writing.set(false);
          if (done) {
            desk.say(written(kind, handout, trace.size(), file.path()));
          }
        },
        wrong -> {
          writing.set(false);
          desk.complain(wrong);
        });
  }

  /** What is to be made of a run of some size while some moment of it is shown. */
  static Handout handout(
      HandoutKind kind,
      Format format,
      boolean dark,
      Optional<Handout.Sight> sight,
      int size,
      int cursor) {
    boolean sharp = format == Format.PNG;
    int last = kind.isOfAMoment() ? cursor : size;
    int first = 0;
    if (kind.isOfAStretch() && size > Handout.MOST_STEPS) {
      // Nobody looks at more; the moment that is shown is in the middle of it.
      first = Math.clamp(cursor - Handout.MOST_STEPS / 2, 0, size - Handout.MOST_STEPS);
      last = first + Handout.MOST_STEPS;
    }
    return new Handout(
        format,
        kind.view(),
        first,
        last,
        kind == HandoutKind.SPACE_TIME ? sight : Optional.empty(),
        // What is printed and written on is white.
        dark && !kind.view().isOnPaper(),
        sharp ? SHARP_WIDTH : WIDTH,
        sharp ? SHARP_HEIGHT : HEIGHT);
  }

  // Gives false if it was stopped.
  private boolean save(Handout handout, Trace trace, ChosenFile file, AtomicBoolean still) {
    file.requireAgreed();
    try {
      WholeFile.write(
          file.path(),
          out ->
              handout.write(
                  trace,
                  out,
                  moment -> {
                    if (!still.get()) {
                      throw new CancellationException();
                    }
                    double done =
                        (moment - handout.first() + 1.0) / (handout.last() - handout.first() + 1);
                    writer.window().execute(() -> share.set(done));
                  }));
      return true;
    } catch (CancellationException stopped) {
      return false;
    }
  }

  private static String written(HandoutKind kind, Handout handout, int size, Path file) {
    boolean part = kind.isOfAStretch() && handout.last() - handout.first() < size;
    return part
        ? UiText.of("export.written.part", handout.first(), handout.last(), file)
        : UiText.of("export.written", file);
  }

  /** Ends the writing of a film or replay; its file is then not there. */
  public void stop() {
    wanted.set(false);
  }

  /**
   * Whether a handout is being written.
   *
   * @return the property
   */
  public ReadOnlyBooleanProperty writingProperty() {
    return writing.getReadOnlyProperty();
  }

  /**
   * How much of it is done.
   *
   * @return the property, 0 to 1
   */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }
}
