package paxoscope.ui.commandbar;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import paxoscope.command.CommandCompletion;
import paxoscope.command.Completion;
import paxoscope.ui.words.UiText;

/** Lets a text field complete what is typed, and shows the candidates above it. */
final class CompletingField {

  private final TextField input;
  private final CandidateList list;
  private final Supplier<Optional<CommandCompletion>> source;
  private Optional<Completion> chosen = Optional.empty();
  private boolean replacing;

  /**
   * Joins the parts.
   *
   * @param input where one types
   * @param list where candidates are shown
   * @param source knows the words; empty as long as there are no servers to name
   */
  CompletingField(
      TextField input, CandidateList list, Supplier<Optional<CommandCompletion>> source) {
    this.input = input;
    this.list = list;
    this.source = source;
    list.onPick(index -> put(offered().map(now -> now.take(index))));
    // A typed character changes the text first and then moves the cursor.
    input.setTextFormatter(new TextFormatter<>(CompletingField::withoutSlash));
    input.textProperty().addListener((_, _, _) -> typed(input.isFocused()));
    input.caretPositionProperty().addListener((_, _, _) -> typed(isOpen()));
    input.focusedProperty().addListener((_, _, _) -> close());
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** The key that leads here is pressed here too, and no command begins with it. */
  private static TextFormatter.Change withoutSlash(TextFormatter.Change change) {
    if (change.getRangeStart() == 0 && change.getText().startsWith("/")) {
      change.setText(change.getText().substring(1));
      change.selectRange(change.getText().length(), change.getText().length());
    }
    return change;
  }

  /** Replaces the line without offering anything. */
  void replace(String line) {
    close();
    replacing = true;
    input.setText(line);
    input.end();
    replacing = false;
  }

  /** Takes the candidates away; says whether there were any. */
  boolean close() {
    boolean wasOpen = isOpen();
    chosen = Optional.empty();
    show(Optional.empty());
    return wasOpen;
  }

  private boolean isOpen() {
    return list.isVisible();
  }

  private void typed(boolean offering) {
    if (!replacing) {
      chosen = Optional.empty();
      show(offering ? offered() : Optional.empty());
    }
  }

  private Optional<Completion> offered() {
    return chosen.or(
        () ->
            source
                .get()
                .map(words -> Completion.of(words, input.getText(), input.getCaretPosition())));
  }

  private void pressed(KeyEvent key) {
    boolean choosing = isOpen() && chosen.isPresent();
    boolean done =
        switch (key.getCode()) {
          // With nothing to complete Tab leaves the field, and Shift+Tab if nothing is chosen.
          case TAB ->
              key.isShiftDown()
                  ? choosing && put(chosen.map(Completion::previous))
                  : !key.isShortcutDown() && put(completable().map(Completion::next));
          case DOWN -> choosing && put(chosen.map(Completion::next));
          case UP -> choosing && put(chosen.map(Completion::previous));
          default -> false;
        };
    if (done) {
      key.consume();
    }
  }

  private Optional<Completion> completable() {
    return offered().filter(now -> !now.candidates().isEmpty());
  }

  private boolean put(Optional<Completion> next) {
    if (next.isEmpty()) {
      return false;
    }
    replacing = true;
    input.setText(next.get().text());
    input.positionCaret(next.get().cursor());
    replacing = false;
    chosen = next.filter(now -> now.isChosen() && !now.isFinished());
    show(offered());
    return true;
  }

  private void show(Optional<Completion> wanted) {
    Optional<Completion> worth = wanted.filter(Completion::isWorthShowing);
    if (worth.isEmpty()) {
      list.hide();
      input.setAccessibleHelp(null);
      return;
    }
    list.show(worth.get());
    Text before = new Text(worth.get().before());
    before.setFont(input.getFont());
    Point2D corner = input.localToScene(before.getLayoutBounds().getWidth(), 0);
    Point2D here = list.getParent().sceneToLocal(corner);
    list.standOn(here.getX(), here.getY());
    input.setAccessibleHelp(
        UiText.of("command.candidates", String.join(", ", worth.get().candidates())));
  }
}
