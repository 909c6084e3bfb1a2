package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import paxoscope.narration.Words;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.ui.fx.StyleClasses;
import paxoscope.ui.model.CardView;
import paxoscope.ui.words.UiText;

/** A server on the stage: what it has promised and accepted, and what is in its file. */
public final class NodeCard extends VBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
  private static final PseudoClass REFUSING = PseudoClass.getPseudoClass("refusing");
  private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass SHARED = PseudoClass.getPseudoClass("shared");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final int LONG_NUMBER = 6;
  private static final int LONGEST_PAIR = 14;
  private static final double OUTLINE = 6;
  private static final int VALUE_LENGTH = 11;
  private static final int FILE_LENGTH = 15;

  private final List<Region> outlines = new ArrayList<>();
  private final Region life = new Region();
  private final Label name = new Label();
  private final Label port = new Label();
  private final RoleBadge badge = new RoleBadge();
  private final Label promised = new Label();
  private final Text promisedBefore = new Text();
  private final Label acceptedNumber = new Label();
  private final Label acceptedValue = new Label();
  private final Label file = new Label();
  private final Button menu = new Button("\u22ef");
  private final HBox promisedLine = new HBox(promised, promisedBefore);
  private final HBox acceptedLine = new HBox(acceptedNumber, acceptedValue);
  private final HBox fileLine = new HBox(file);

  /** A card that shows nothing yet. */
  public NodeCard() {
    getStyleClass().add("node-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    // Arrows fly over cards: they are drawn again only when they change, shadow and all.
    setCache(true);
    life.getStyleClass().add("life");
    name.getStyleClass().add("name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    port.getStyleClass().add("port");
    promisedBefore.getStyleClass().add("before");
    promised.getStyleClass().add("number");
    acceptedNumber.getStyleClass().add("number");
    // A long value is cut, a number never.
    acceptedNumber.setMinWidth(Region.USE_PREF_SIZE);
    promised.setMinWidth(Region.USE_PREF_SIZE);
    acceptedValue.getStyleClass().add("value");
    file.getStyleClass().add("file");
    menu.getStyleClass().setAll("card-menu");
    menu.setVisible(false);
    menu.managedProperty().bind(menu.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox title = new HBox(life, name, port, gap, badge);
    title.getStyleClass().add("title");
    title.setAlignment(Pos.CENTER_LEFT);
    GridPane rows = new GridPane();
    rows.getStyleClass().add("rows");
    row(rows, 0, UiText.of("card.promised"), promisedLine);
    row(rows, 1, UiText.of("card.accepted"), acceptedLine);
    row(rows, 2, UiText.of("card.file"), fileLine);
    // Beside the shortest line: values and the contents of files need all the room there is.
    rows.add(menu, 2, 0);
    GridPane.setColumnSpan(acceptedLine, 2);
    GridPane.setColumnSpan(fileLine, 2);
    getChildren().addAll(title, rows);
  }

  private static void row(GridPane rows, int index, String text, HBox content) {
    Label label = new Label(text);
    label.getStyleClass().add("row-label");
    label.setMinWidth(Region.USE_PREF_SIZE);
    content.getStyleClass().add("row-content");
    content.setAlignment(Pos.CENTER_LEFT);
    GridPane.setHgrow(content, Priority.ALWAYS);
    rows.addRow(index, label, content);
  }

  /**
   * Shows a server at one moment.
   *
   * @param view what to show
   * @param header the run, for the roles
   */
  public void show(CardView view, RunHeader header) {
    ServerView server = view.server();
    name.setText(server.server().toString());
    port.setText(standing(view));
    // Whoever has stopped needs the room to say since when.
    badge.show(view.role(), view.proposer(), !server.alive() || server.paused());
    number(promised, server.promised(), header);
    String before = view.promisedBefore().map(ProposalNumber::toString).orElse("");
    boolean fits = promised.getText().length() + before.length() <= LONGEST_PAIR;
    promisedBefore.setText(fits ? before : "");
    promisedBefore.setStrikethrough(true);
    number(acceptedNumber, server.accepted().map(Proposal::number), header);
    pseudoClassStateChanged(
        LONG,
        Math.max(promised.getText().length(), acceptedNumber.getText().length()) >= LONG_NUMBER);
    String value = server.accepted().map(proposal -> proposal.value().text()).orElse("");
    acceptedValue.setText(value.isEmpty() ? "" : "= " + Words.line(value, VALUE_LENGTH));
    boolean empty = server.fileContents().isEmpty();
    file.setText(empty ? UiText.of("card.empty") : Words.line(server.fileContents(), FILE_LENGTH));
    file.pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), empty);
    promisedLine.pseudoClassStateChanged(CHANGED, view.promisedChanged());
    acceptedLine.pseudoClassStateChanged(CHANGED, view.acceptedChanged());
    fileLine.pseudoClassStateChanged(CHANGED, view.fileChanged());
    pseudoClassStateChanged(DOWN, !server.alive());
    pseudoClassStateChanged(PAUSED, server.paused());
    pseudoClassStateChanged(REFUSING, view.refusing());
    setAccessibleText(spoken(view));
  }

  // In few words: beside them there is what part the server plays.
  private static String standing(CardView view) {
    ServerView server = view.server();
    if (view.silent()) {
      return UiText.of("card.no-answer", server.downSince());
    }
    if (server.paused()) {
      return "❚❚ " + UiText.of("card.paused", server.pausedSince());
    }
    return server.alive() ? ":" + server.port() : UiText.of("card.down", server.downSince());
  }

  private static void number(Label label, Optional<ProposalNumber> number, RunHeader header) {
    label.setText(number.map(ProposalNumber::toString).orElse("–"));
    String role = number.map(n -> Role.of(n, header).styleClass()).orElse("role-none");
    StyleClasses.set(label, "label", "number", role);
  }

  private static String spoken(CardView view) {
    ServerView server = view.server();
    String state =
        UiText.of(
            "card.spoken",
            server.server(),
            server.port(),
            server.promised().map(ProposalNumber::toString).orElse(UiText.of("card.nothing")),
            server.accepted().map(Proposal::toString).orElse(UiText.of("card.nothing")),
            server.fileContents().isEmpty() ? UiText.of("card.empty") : server.fileContents());
    String part = view.proposer() ? " " + partSpoken(view.role()) : "";
    String pause = server.paused() ? " " + UiText.of("card.spoken.paused") : "";
    return state + part + pause + (server.alive() ? "" : " " + UiText.of("card.spoken.down"));
  }

  private static String partSpoken(Role role) {
    return role == Role.OTHER
        ? UiText.of("card.spoken.proposer")
        : UiText.of("card.spoken.role", role);
  }

  /**
   * Offers a menu by a button, a right click and the menu key, as long as it is wanted.
   *
   * @param wanted when
   * @param open shows the menu below a node
   */
  public void offer(ObservableBooleanValue wanted, Consumer<Node> open) {
    menu.visibleProperty().bind(wanted);
    menu.accessibleTextProperty().bind(name.textProperty().map(of -> UiText.of("free.menu", of)));
    menu.setOnAction(_ -> open.accept(menu));
    setOnContextMenuRequested(
        request -> {
          if (wanted.get()) {
            open.accept(menu);
            request.consume();
          }
        });
  }

  /**
   * Marks the card as the one that the inspector shows.
   *
   * @param selected whether it is
   */
  public void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /**
   * Outlines the card.
   *
   * @param roles whose majorities the server is in: one line for each
   */
  public void outline(List<Role> roles) {
    getChildren().removeAll(outlines);
    outlines.clear();
    for (Role role : roles) {
      Region outline = new Region();
      outline.getStyleClass().addAll("outline", role.styleClass());
      outline.setManaged(false);
      outline.setMouseTransparent(true);
      outlines.add(outline);
    }
    getChildren().addAll(outlines);
    pseudoClassStateChanged(SHARED, roles.size() > 1);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double out = 0;
    for (Region outline : outlines) {
      out += OUTLINE;
      outline.resizeRelocate(-out, -out, getWidth() + 2 * out, getHeight() + 2 * out);
    }
  }

  /**
   * Marks the card as the place where a step happens in which nothing travels.
   *
   * @param touched whether it is
   */
  public void touch(boolean touched) {
    pseudoClassStateChanged(TOUCHED, touched);
  }
}
