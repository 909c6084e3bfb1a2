package paxoscope.ui.commandbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines typed so far, to be recalled one after another as in a shell. */
final class TypedLines {

  private final List<String> lines = new ArrayList<>();
  private int recalled;

  /** Remembers a line; recalling begins with it again. */
  void add(String line) {
    lines.add(line);
    recalled = lines.size();
  }

  /** The line before the one recalled last; empty if there is none. */
  Optional<String> earlier() {
    return recall(recalled - 1);
  }

  /** The line after the one recalled last, at the end an empty one; empty if there is none. */
  Optional<String> later() {
    return recall(recalled + 1);
  }

  private Optional<String> recall(int wanted) {
    if (wanted < 0 || wanted > lines.size()) {
      return Optional.empty();
    }
    recalled = wanted;
    return Optional.of(wanted == lines.size() ? "" : lines.get(wanted));
  }
}
