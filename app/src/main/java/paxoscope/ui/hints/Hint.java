package paxoscope.ui.hints;

import java.util.List;
import paxoscope.ui.words.UiText;

/** One of the hints of a first start: a few words on a part of the window. */
enum Hint {
  SCENARIO(
      "scenario",
      List.of("play-set-value", "play-A-wins", "play-B-wins", "play-BB-wins", "play-livelock")),
  STEP("step", List.of("back", "play", "forward")),
  INSPECT("inspect", List.of("card-S3")),
  WHY("why", List.of("why")),
  TIME("time", List.of("time-line", "live"));

  private final String key;
  private final List<String> about;

  Hint(String key, List<String> about) {
    this.key = key;
    this.about = about;
  }

  String title() {
    return UiText.of("hint." + key);
  }

  String text() {
    return UiText.of("hint." + key + ".text");
  }

  /** The ids of the controls that it speaks of. */
  List<String> about() {
    return about;
  }

  /** Its place among all, from 1. */
  int number() {
    return ordinal() + 1;
  }
}
