package paxoscope.ui.control;

import javafx.scene.control.Label;
import paxoscope.trace.Role;
import paxoscope.ui.fx.StyleClasses;
import paxoscope.ui.words.UiText;

/** Says which proposer a server is: blue and solid for A, orange and hatched for B. */
public final class RoleBadge extends Label {

  /** A badge that is not seen until it has a role. */
  public RoleBadge() {
    setMinWidth(USE_PREF_SIZE);
    show(Role.OTHER, false);
  }

  /**
   * Shows a role.
   *
   * @param role the role; {@link Role#OTHER} for no badge
   * @param inShort whether there is room for its letter only
   */
  public void show(Role role, boolean inShort) {
    StyleClasses.set(this, "label", "role-badge", role.styleClass());
    setText(
        switch (role) {
          case A -> inShort ? "A" : UiText.of("badge.a");
          case B -> inShort ? "B" : UiText.of("badge.b");
          case OTHER -> "";
        });
    setVisible(role != Role.OTHER);
    setManaged(role != Role.OTHER);
  }
}
