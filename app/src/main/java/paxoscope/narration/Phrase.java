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
  KIND_PREPARE,
  KIND_PROMISE,
  KIND_PROMISE_TOLD,
  KIND_ACCEPT,
  KIND_ACCEPTED,
  KIND_NACK,
  KIND_COMMIT,
  WAY_WAITING,
  WAY_HANDLED,
  WAY_FIRED,
  WAY_REFUSED,
  WAY_IGNORED,
  WAY_LOST,
  WAY_UNREACHABLE,
  WAY_UNKNOWN,
  WAY_FORGOTTEN,
  DIAGRAM_CHOSEN,
  DIAGRAM_SAMPLE,
  DIAGRAM_DOWN,
  DIAGRAM_BACK,
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
