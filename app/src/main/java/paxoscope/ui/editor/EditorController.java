package paxoscope.ui.editor;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import paxoscope.scenario.Mistake;
import paxoscope.scenario.Place;
import paxoscope.scenario.Scenario;
import paxoscope.trial.Tried;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.EditorDesk;
import paxoscope.ui.picture.PictureView;
import paxoscope.ui.words.UiText;

/** A scenario's text, beside the boxes that come of it and the mistakes that are in it. */
public final class EditorController {

  @FXML private StackPane editor;
  @FXML private Label name;
  @FXML private MenuButton begin;
  @FXML private TextArea text;
  @FXML private Label caret;
  @FXML private Label verdict;
  @FXML private PictureView picture;
  @FXML private ListView<Mistake> mistakes;

  private final EditorDesk desk;
  private final List<Scenario> scenarios;
  private final ReadOnlyBooleanProperty dark;
  private Preview preview;
  private WrittenText written;
  private Findings findings;

  /**
   * Joins it with what it shows.
   *
   * @param desk the text
   * @param scenarios what one can begin with
   * @param dark whether the dark theme is shown
   */
  public EditorController(EditorDesk desk, List<Scenario> scenarios, ReadOnlyBooleanProperty dark) {
    this.desk = desk;
    this.scenarios = List.copyOf(scenarios);
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    preview = new Preview(picture, dark);
    written = new WrittenText(text, caret);
    text.textProperty().bindBidirectional(desk.textProperty());
    findings = new Findings(verdict, mistakes, this::goTo);
    written.onLeave(findings::focus);
    for (Scenario scenario : scenarios) {
      MenuItem item = new MenuItem(scenario.title());
      item.setOnAction(_ -> desk.startFrom(scenario.name()));
      begin.getItems().add(item);
    }
    desk.triedProperty().addListener((_, _, tried) -> show(tried));
    desk.fileProperty().addListener((_, _, _) -> showName());
    desk.unsavedProperty().addListener((_, _, _) -> showName());
    desk.shownProperty().addListener((_, _, shown) -> setShown(shown));
    desk.onBack(text::requestFocus);
    showName();
    setShown(false);
  }

  private void setShown(boolean shown) {
    Shown.set(editor, shown);
    if (shown) {
      preview.renew();
      text.requestFocus();
    } else if (editor.getScene() != null) {
      // Else some button would get the focus, and the next Space would press it.
      editor.getScene().getRoot().requestFocus();
    }
  }

  private void showName() {
    name.setText(
        desk.unsavedProperty().get() ? UiText.of("editor.changed", desk.name()) : desk.name());
  }

  private void show(Tried tried) {
    findings.show(tried);
    preview.show(tried);
  }

  private void goTo(Mistake mistake) {
    Place place = mistake.place();
    written.select(place.line(), place.column());
  }

  /** Shows the text. */
  public void show() {
    desk.show();
  }

  /**
   * Whether the editor lies above the window.
   *
   * @return true if it does
   */
  public boolean isShown() {
    return desk.shownProperty().get();
  }

  /**
   * Takes the editor away; the text stays.
   *
   * @return whether it was shown
   */
  @FXML
  public boolean close() {
    boolean shown = isShown();
    desk.shownProperty().set(false);
    return shown;
  }

  @FXML
  private void open() {
    desk.chooseAndOpen();
  }

  @FXML
  private void save() {
    desk.save();
  }

  @FXML
  private void saveAs() {
    desk.saveAs();
  }

  @FXML
  private void play() {
    desk.play();
  }
}
