package paxoscope.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import paxoscope.ui.model.Milestones;

/** A round mark with a word: empty until it is reached, then ticked. */
public final class MilestoneMark extends HBox {

  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

  private final Label word = new Label();
  private final Label detail = new Label();

  /** A mark that is not reached. */
  public MilestoneMark() {
    getStyleClass().add("milestone");
    setAlignment(Pos.CENTER_LEFT);
    Region circle = new Region();
    circle.getStyleClass().add("mark");
    detail.setMinWidth(Region.USE_PREF_SIZE);
    SVGPath tick = new SVGPath();
    tick.setContent("M0 4 L3.5 7.5 L9.5 0.5");
    tick.getStyleClass().add("tick");
    word.getStyleClass().add("word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    detail.getStyleClass().add("detail");
    getChildren().addAll(new StackPane(circle, tick), word, detail);
  }

  /**
   * The word beside the mark.
   *
   * @return the word
   */
  public String getWord() {
    return word.getText();
  }

  /**
   * Sets the word beside the mark.
   *
   * @param text the word
   */
  public void setWord(String text) {
    word.setText(text);
  }

  /**
   * Shows how it stands.
   *
   * @param mark whether it is reached, and by whom
   */
  public void show(Milestones.Mark mark) {
    detail.setText(mark.text());
    pseudoClassStateChanged(REACHED, mark.reached());
    setAccessibleText(
        word.getText() + " " + mark.text() + (mark.reached() ? "" : " (not reached)"));
  }
}
