package paxoscope.ui.model;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paxoscope.diagram.LensMarks;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Quorums;
import paxoscope.trace.Quorums.Quorum;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.words.UiText;

/**
 * Shows, for as long as it is held, the majorities of the proposals at the moment that is shown,
 * and what they share. To be used on the window's thread only.
 */
public final class QuorumLens {

  private final Playback playback;
  private final ReadOnlyObjectWrapper<Optional<Quorums>> seen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * A lens that is not held.
   *
   * @param playback the run and the moment
   */
  public QuorumLens(Playback playback) {
    this.playback = playback;
    playback.momentProperty().addListener((_, _, _) -> hold(seen.get().isPresent()));
  }

  /**
   * Takes the lens in the hand, or puts it away.
   *
   * @param held whether it is held
   */
  public void hold(boolean held) {
    seen.set(
        held
            ? Optional.of(
                Quorums.at(playback.traceProperty().get(), playback.cursorProperty().get()))
            : Optional.empty());
  }

  /**
   * What is seen through it.
   *
   * @return the property; empty while it is not held
   */
  public ReadOnlyObjectProperty<Optional<Quorums>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /**
   * Outlines what is seen in a drawing, if the lens is held.
   *
   * @param picture a drawing with the names of servers
   * @param widths measures the names
   * @return the drawing, with or without outlines
   */
  public Picture on(Picture picture, TextWidths widths) {
    RunHeader header = playback.traceProperty().get().header();
    return seen.get()
        .map(quorums -> LensMarks.on(picture, quorums, header, widths))
        .orElse(picture);
  }

  /**
   * What is seen, in words.
   *
   * @return one line; empty text while it is not held
   */
  public String words() {
    return seen.get().map(this::words).orElse("");
  }

  private String words(Quorums quorums) {
    if (quorums.first().isEmpty()) {
      return UiText.of("lens.none");
    }
    Quorum first = quorums.first().get();
    return quorums
        .second()
        .map(
            second ->
                UiText.of(
                    "lens.two",
                    name(first),
                    names(first.servers()),
                    name(second),
                    names(second.servers()),
                    names(quorums.shared())))
        .orElseGet(() -> UiText.of("lens.one", name(first), names(first.servers())));
  }

  private String name(Quorum quorum) {
    Role role = Role.of(quorum.number(), playback.traceProperty().get().header());
    return role == Role.OTHER ? quorum.number().toString() : role + " " + quorum.number();
  }

  private static String names(Collection<ServerId> servers) {
    return servers.stream().map(ServerId::toString).collect(Collectors.joining(", "));
  }
}
