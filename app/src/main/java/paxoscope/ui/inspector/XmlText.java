package paxoscope.ui.inspector;

import java.util.Optional;
import javafx.scene.control.TextArea;
import paxoscope.director.Cluster;
import paxoscope.files.OpenedRun;
import paxoscope.narration.Words;
import paxoscope.trace.Passage;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.words.UiText;

/** The exact XML of a message: from the node that has it, or from the file of a recorded run. */
final class XmlText {

  private final TextArea area;
  private final ControlDesk desk;
  private final RunDesk runs;
  private Optional<Passage> shown = Optional.empty();

  /**
   * Joins it with where it is shown.
   *
   * @param area takes the text
   * @param desk knows the nodes
   * @param runs knows the file of a recorded run
   */
  XmlText(TextArea area, ControlDesk desk, RunDesk runs) {
    this.area = area;
    this.desk = desk;
    this.runs = runs;
  }

  /** Shows the XML of a message, and asks again when something has become of it since. */
  void show(Optional<Passage> message) {
    if (!message.equals(shown)) {
      shown = message;
      message.ifPresent(this::ask);
    }
  }

  private void ask(Passage message) {
    String name = Words.arrow(message.content());
    OpenedRun recorded = runs.openedProperty().get();
    if (recorded != null) {
      area.setText(
          recorded
              .run()
              .call(message.owner(), message.gateId())
              .map(call -> InspectorWords.xml(new Cluster.Xml(call.request(), call.response())))
              .orElse(UiText.of("inspector.xml.not-kept", name)));
      return;
    }
    area.setText(UiText.of("inspector.xml.asking", name));
    desk.director()
        .ifPresent(
            director ->
                desk.inquiries()
                    .make(
                        () -> director.cluster().xml(message.owner(), message.gateId()),
                        found ->
                            tell(
                                message,
                                found
                                    .map(InspectorWords::xml)
                                    .orElse(UiText.of("inspector.xml.none", name))),
                        wrong -> tell(message, wrong)));
  }

  // An answer that comes late must not stand under another message.
  private void tell(Passage message, String text) {
    if (shown.equals(Optional.of(message))) {
      area.setText(text);
    }
  }
}
