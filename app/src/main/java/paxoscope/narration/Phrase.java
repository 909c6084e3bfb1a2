package paxoscope.narration;

import java.util.Locale;

/** Texts of the bundle that are no sentence about a kind of step. */
enum Phrase {
  ARROW_PREPARE,
  ARROW_PROMISE_NONE,
  ARROW_PROMISE_ACCEPTED,
  ARROW_ACCEPT,
  ARROW_ACCEPTED,
  ARROW_NACK,
  ARROW_COMMIT,
  ARROW_RETRY,
  ARROW_TIME_OUT,
  DISK_PROMISED,
  DISK_ACCEPTED,
  DISK_FILE,
  DISK_NOTHING,
  THEN_RETRIES,
  THEN_GIVES_UP,
  THEN_ANSWERED,
  WORD_LIST,
  WORD_NO_SERVER,
  WORD_ALL_SERVERS,
  WORD_NOTHING,
  WORD_NO_REASON,
  WORD_OWN_VALUE;

  /** For example {@code arrow.time-out}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }
}
