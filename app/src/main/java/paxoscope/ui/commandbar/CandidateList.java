package paxoscope.ui.commandbar;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import paxoscope.command.Completion;

/**
 * The words that can come next, in a small list above the command line. The command line keeps the
 * focus; a click takes a word.
 */
public final class CandidateList extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int SHOWN = 8;

  private IntConsumer pick = _ -> {};

  /** A list that is not seen. */
  public CandidateList() {
    getStyleClass().add("candidates");
    setManaged(false);
    setVisible(false);
  }

  /**
   * Says what a click on a word does.
   *
   * @param action takes the index of the word
   */
  void onPick(IntConsumer action) {
    pick = action;
  }

  /** Shows the candidates, at most {@value #SHOWN} at once, the chosen one among them. */
  void show(Completion completion) {
    List<String> words = completion.candidates();
    int first = Math.clamp(completion.chosen() - SHOWN / 2, 0, Math.max(0, words.size() - SHOWN));
    getChildren()
        .setAll(
            IntStream.range(first, Math.min(words.size(), first + SHOWN))
                .mapToObj(index -> row(words.get(index), index, index == completion.chosen()))
                .toList());
    setVisible(true);
  }

  private Label row(String word, int index, boolean chosen) {
    Label row = new Label(word);
    row.getStyleClass().add("candidate");
    row.setMaxWidth(Double.MAX_VALUE);
    row.pseudoClassStateChanged(CHOSEN, chosen);
    row.setOnMousePressed(
        press -> {
          pick.accept(index);
          press.consume();
        });
    return row;
  }

  /** Puts the list where its lower left corner is. */
  void standOn(double x, double y) {
    applyCss();
    autosize();
    relocate(Math.round(x), Math.round(y - getHeight()));
  }

  /** Takes the list away. */
  void hide() {
    setVisible(false);
  }
}
