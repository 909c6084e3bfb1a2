package paxoscope.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import paxoscope.protocol.ServerId;

/**
 * What is to be said of a step, before it is put into words.
 *
 * @param kind which texts
 * @param reason the kind whose rule and tone it has: its own, or that of the step that it wraps
 * @param words what stands in their places
 * @param proposer whose proposal it is about
 * @param evidence the number of the step that proves it, 0 for none
 * @param afterthoughts sentences to be added to the detail
 */
record Telling(
    StepKind kind,
    StepKind reason,
    Map<String, String> words,
    Optional<ServerId> proposer,
    int evidence,
    List<Phrase> afterthoughts) {

  Telling {
    words = Map.copyOf(words);
    afterthoughts = List.copyOf(afterthoughts);
  }

  static Telling of(StepKind kind) {
    return new Telling(kind, kind, Map.of(), Optional.empty(), 0, List.of());
  }

  Telling with(String place, Object word) {
    Map<String, String> more = new TreeMap<>(words);
    more.put(place, word.toString());
    return new Telling(kind, reason, more, proposer, evidence, afterthoughts);
  }

  Telling by(ServerId newProposer) {
    return new Telling(kind, reason, words, Optional.of(newProposer), evidence, afterthoughts);
  }

  Telling proven(int step) {
    return new Telling(kind, reason, words, proposer, step, afterthoughts);
  }

  Telling also(Phrase sentence) {
    List<Phrase> more = new ArrayList<>(afterthoughts);
    more.add(sentence);
    return new Telling(kind, reason, words, proposer, evidence, more);
  }

  /** Tells of this step as a part of another: its headline fills the place {@code {inner}}. */
  Telling wrappedIn(StepKind newKind) {
    return new Telling(newKind, reason, words, proposer, evidence, afterthoughts)
        .with("inner", Texts.sentence(kind.headlineKey(), words));
  }
}
