package paxoscope.ui.strip;

import java.util.Optional;
import paxoscope.scenario.RoleNames;
import paxoscope.scenario.Scenario;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;
import paxoscope.ui.words.UiText;

/**
 * What is told before the first step.
 *
 * @param headline the sentence
 * @param detail what to do, or what will happen
 */
record StartWords(String headline, String detail) {

  /**
   * The words for a run.
   *
   * @param run the run
   * @param scenario what is played; empty if nothing is, or nobody knows it here
   * @param recorded whether the run is a recording
   * @return the words
   */
  static StartWords of(Trace run, Optional<Scenario> scenario, boolean recorded) {
    RunHeader header = run.header();
    if (recorded && scenario.isEmpty()) {
      return new StartWords(
          UiText.of("strip.recorded", run.size()), UiText.of("strip.recorded.detail"));
    }
    if (header.isFree()) {
      return new StartWords(UiText.of("strip.free"), UiText.of("strip.free.detail"));
    }
    return scenario
        .filter(_ -> !header.title().isEmpty())
        .map(known -> new StartWords(known.title() + ".", RoleNames.told(known, header).story()))
        .orElseGet(
            () -> new StartWords(UiText.of("strip.welcome"), UiText.of("strip.welcome.detail")));
  }
}
