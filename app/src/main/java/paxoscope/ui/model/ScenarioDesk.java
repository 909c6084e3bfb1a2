package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import paxoscope.command.OwnScenario;
import paxoscope.files.RunFile;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.RunHeader;
import paxoscope.trial.Trial;
import paxoscope.trial.Tried;

/**
 * Scenarios that are played with parameters of one's own, and scenarios in files. Each of a file is
 * tried on the protocol alone first. To be used on the window's thread only; files are read, and
 * scenarios tried, elsewhere.
 */
public final class ScenarioDesk {

  private final ControlDesk desk;
  private final RunDesk runs;
  private final EditorDesk editor;
  private final ReadOnlyObjectWrapper<ScenarioOffer> offer = new ReadOnlyObjectWrapper<>();

  private record Dropped(String text, ReadScenario read, Tried tried) {}

  /**
   * A desk that offers nothing.
   *
   * @param desk plays
   * @param runs opens runs
   * @param editor shows the mistakes of a text
   */
  public ScenarioDesk(ControlDesk desk, RunDesk runs, EditorDesk editor) {
    this.desk = desk;
    this.runs = runs;
    this.editor = editor;
    editor.onPlay(own -> own.read().scenario().ifPresent(known -> offer(known, own, editor::show)));
  }

  /**
   * Opens a file: a run is shown, a scenario offered to be played. One with mistakes is shown in
   * the editor, where they stand.
   *
   * @param file where it is
   */
  public void open(Path file) {
    int servers = editor.servers();
    desk.inquiries()
        .make(
            () ->
                RunFile.isRun(file) ? Optional.<Dropped>empty() : Optional.of(read(file, servers)),
            dropped -> dropped.ifPresentOrElse(found -> take(file, found), () -> runs.open(file)),
            desk::complain);
  }

  /**
   * Opens a file when there are nodes to play it on.
   *
   * @param file where it is
   */
  public void openOnceConnected(Path file) {
    desk.connectedProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
                if (now) {
                  property.removeListener(this);
                  open(file);
                }
              }
            });
  }

  private static Dropped read(Path file, int servers) {
    String text = ScenarioLibrary.text(file);
    ReadScenario read = ScenarioText.read(text);
    return new Dropped(text, read, Trial.of(read, Map.of(), servers));
  }

  private void take(Path file, Dropped dropped) {
    String name = file.getFileName().toString();
    Optional<Scenario> scenario = dropped.read().scenario();
    if (dropped.tried().isGood() && scenario.isPresent()) {
      offer(
          scenario.get(),
          new OwnScenario(name, dropped.read()),
          () -> editor.open(file, dropped.text()));
    } else {
      editor.open(file, dropped.text());
    }
  }

  /**
   * Offers one of the program's own scenarios.
   *
   * @param scenario the scenario
   */
  public void offer(Scenario scenario) {
    offer.set(
        new ScenarioOffer(scenario, Optional.empty(), () -> editor.startFrom(scenario.name())));
  }

  /**
   * Offers the one that was played last, or the first.
   *
   * @param known the program's own scenarios
   */
  public void offer(List<Scenario> known) {
    String last = header().scenario();
    offer(
        known.stream()
            .filter(scenario -> scenario.name().equals(last))
            .findFirst()
            .orElse(known.getFirst()));
  }

  private void offer(Scenario scenario, OwnScenario own, Runnable edit) {
    offer.set(new ScenarioOffer(scenario, Optional.of(own), edit));
  }

  /** Offers nothing any more. */
  public void withdraw() {
    offer.set(null);
  }

  /** Shows the text of the scenario that is offered, to be changed. */
  public void edit() {
    Runnable edit = offer.get().edit();
    withdraw();
    edit.run();
  }

  /**
   * What is wrong with arguments.
   *
   * @param scenario for which scenario
   * @param arguments by the names of its parameters
   * @return one line; empty if nothing is
   */
  public Optional<String> wrongIn(Scenario scenario, Map<String, String> arguments) {
    try {
      Arguments.fill(scenario, arguments, header().addresses());
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  /**
   * Plays what is offered.
   *
   * @param arguments by the names of its parameters
   * @param refused takes one line if the scenario cannot be played with them
   */
  public void play(Map<String, String> arguments, Consumer<String> refused) {
    ScenarioOffer offered = offer.get();
    if (offered.own().isEmpty()) {
      begin(offered, arguments);
      return;
    }
    ReadScenario read = offered.own().get().read();
    int servers = editor.servers();
    desk.inquiries()
        .make(
            () -> Trial.of(read, arguments, servers),
            tried -> {
              if (tried.isGood()) {
                begin(offered, arguments);
              } else {
                refused.accept(tried.mistakes().getFirst().toString());
              }
            },
            refused);
  }

  private void begin(ScenarioOffer offered, Map<String, String> arguments) {
    withdraw();
    desk.askAndStart(offered.scenario(), arguments);
  }

  /**
   * The cluster on which scenarios are played.
   *
   * @return the header of what is shown
   */
  public RunHeader header() {
    return editor.header();
  }

  /**
   * What is offered.
   *
   * @return the property; null for nothing
   */
  public ReadOnlyObjectProperty<ScenarioOffer> offerProperty() {
    return offer.getReadOnlyProperty();
  }
}
