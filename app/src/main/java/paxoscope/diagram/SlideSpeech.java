package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;

/** The box diagram in words, for those who cannot see it. */
final class SlideSpeech {

  private SlideSpeech() {}

  static String of(SlideContent content, ColumnWindow window, Optional<CallBox> focused) {
    List<String> sentences = new ArrayList<>();
    focused.ifPresent(
        call ->
            sentences.add(
                SlideText.of(
                    "speech.focus", Map.of("server", call.box().server(), "box", box(call)))));
    String title = content.header().title();
    sentences.add((title.isEmpty() ? SlideText.of("title.none") : title) + ".");
    content.comparison().flatMap(SlideText::difference).ifPresent(sentences::add);
    List<Column> seen = content.columns().subList(window.first(), window.first() + window.count());
    for (ServerId server : content.header().membership().servers()) {
      String boxes =
          content.boxes().stream()
              .filter(call -> call.box().server().equals(server) && seen.contains(call.column()))
              .map(SlideSpeech::box)
              .collect(Collectors.joining("; "));
      if (!boxes.isEmpty()) {
        sentences.add(SlideText.of("speech.server", Map.of("server", server, "boxes", boxes)));
      }
    }
    content.adoptions().stream()
        .filter(adoption -> seen.contains(adoption.to().column()))
        .forEach(adoption -> sentences.add(adopted(adoption)));
    content
        .chosen()
        .ifPresent(
            proposal ->
                sentences.add(
                    SlideText.of(
                        "speech.chosen",
                        Map.of("value", SlideText.value(proposal.value().text())))));
    return String.join(" ", sentences);
  }

  private static String adopted(Adoption adoption) {
    Box from = adoption.from().box();
    return SlideText.of(
        "speech.adopted",
        Map.of(
            "proposal", adoption.to().box().number(),
            "server", from.server(),
            "column", adoption.from().column().label()));
  }

  private static String box(CallBox call) {
    Map<String, String> words =
        Map.of(
            "box", SlideText.box(call.box()),
            "column", call.column().label(),
            "reason", call.obstacle().map(SlideText::reason).orElse(""));
    String kind =
        !call.box().refused()
            ? "speech.box"
            : call.obstacle().isPresent() ? "speech.refused" : "speech.refused-plain";
    return SlideText.of(kind, words);
  }
}
