package paxoscope.ui.editor;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import paxoscope.command.ScenarioCheck;
import paxoscope.scenario.Mistake;
import paxoscope.trial.Tried;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.words.UiText;

/** Says whether a text is good, and lists its mistakes. */
final class Findings {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Label verdict;
  private final ListView<Mistake> list;

  Findings(Label verdict, ListView<Mistake> list, Consumer<Mistake> goTo) {
    this.verdict = verdict;
    this.list = list;
    list.setCellFactory(_ -> new MistakeCell(goTo));
  }

  void show(Tried tried) {
    int count = tried.mistakes().size();
    list.getItems().setAll(tried.mistakes());
    Shown.set(list, count > 0);
    verdict.pseudoClassStateChanged(WRONG, count > 0);
    verdict.setText(
        switch (count) {
          case 0 -> UiText.of("editor.good", ScenarioCheck.praise(tried));
          case 1 -> UiText.of("editor.mistake");
          default -> UiText.of("editor.mistakes", count);
        });
  }

  void focus() {
    if (list.isVisible()) {
      list.requestFocus();
      if (list.getSelectionModel().isEmpty()) {
        list.getSelectionModel().selectFirst();
      }
    }
  }
}
