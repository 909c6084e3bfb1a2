package paxoscope.ui.inspector;

import java.util.Optional;
import javafx.scene.control.TextArea;
import paxoscope.director.Cluster;
import paxoscope.director.Director;
import paxoscope.files.OpenedRun;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.MessageRecord;
import paxoscope.ui.model.MessageWords;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.words.UiText;

/** The exact XML of a message: from its node, or from the file of a recorded run. */
final class XmlPage {

  private final TextArea page;
  private final ControlDesk desk;
  private final RunDesk runs;

  XmlPage(TextArea page, ControlDesk desk, RunDesk runs) {
    this.page = page;
    this.desk = desk;
    this.runs = runs;
  }

  void show(MessageRecord message) {
    String words = MessageWords.of(message.content());
    OpenedRun recorded = runs.openedProperty().get();
    if (recorded != null) {
      page.setText(
          recorded
              .run()
              .call(message.owner(), message.gateId())
              .map(call -> InspectorWords.xml(new Cluster.Xml(call.request(), call.response())))
              .orElse(UiText.of("inspector.xml.not-kept", words)));
      return;
    }
    page.setText(UiText.of("inspector.xml.asking", words));
    desk.director().ifPresent(director -> ask(director, message, words));
  }

  private void ask(Director director, MessageRecord message, String words) {
    desk.inquiries()
        .make(
            () -> director.cluster().xml(message.owner(), message.gateId()),
            found -> page.setText(text(found, words)),
            page::setText);
  }

  private static String text(Optional<Cluster.Xml> found, String words) {
    return found.map(InspectorWords::xml).orElse(UiText.of("inspector.xml.none", words));
  }
}
