package paxoscope.ui.control;

import javafx.scene.control.Label;
import paxoscope.trace.Role;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.fx.StyleClasses;
import paxoscope.ui.words.UiText;

/**
 * Says which proposer a server is: blue and solid for A, orange and hatched for B, grey for others.
 */
public final class RoleBadge extends Label {

  /** A badge that is not seen until it has a role. */
  public RoleBadge() {
    setMinWidth(USE_PREF_SIZE);
    show(Role.OTHER, false, false);
  }

  /**
   * Shows a role.
   *
   * @param role the role
   * @param proposer whether its server is called a proposer; there is no badge otherwise
   * @param inShort whether there is room for its letter only
   */
  public void show(Role role, boolean proposer, boolean inShort) {
    StyleClasses.set(this, "label", "role-badge", role.styleClass());
    setText(
        switch (role) {
          case A -> inShort ? "A" : UiText.of("badge.a");
          case B -> inShort ? "B" : UiText.of("badge.b");
          case OTHER -> inShort ? "" : UiText.of("badge.other");
        });
    Shown.set(this, proposer && !getText().isEmpty());
  }
}
