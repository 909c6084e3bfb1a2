package paxoscope.narration;

import java.util.Locale;

/** The rules that explain steps. Their names and texts are in the bundle. */
enum PaxosRule {
  PHASE_1A,
  PHASE_1B,
  P1A,
  P2,
  P2C,
  PHASE_2A,
  PHASE_2B,
  CHOSEN,
  QUORUMS_OVERLAP,
  COUNT_ONCE,
  LEARNING,
  ABANDON,
  PROGRESS,
  ASYNCHRONY,
  STABLE_STORAGE,
  DISJOINT_NUMBERS,
  DECIDES_ONCE,
  FRESH_START,
  RULE_OFF;

  String nameKey() {
    return "rule." + key() + ".name";
  }

  String textKey() {
    return "rule." + key() + ".text";
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
