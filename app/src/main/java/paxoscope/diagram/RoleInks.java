package paxoscope.diagram;

import java.util.Optional;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Pen;
import paxoscope.trace.Role;

/** How what belongs to a proposer is drawn: A is blue and solid, B is orange and broken. */
final class RoleInks {

  private RoleInks() {}

  static Ink ink(Role role) {
    return switch (role) {
      case A -> Ink.A;
      case B -> Ink.B;
      case OTHER -> Ink.C;
    };
  }

  static Pen pen(Role role, double width) {
    return new Pen(ink(role), width, role == Role.B ? Pen.Dash.DASHED : Pen.Dash.SOLID);
  }

  static Fill fill(Role role) {
    return switch (role) {
      case A -> Fill.plain(Ink.A_SOFT);
      case B -> new Fill(Ink.B_SOFT, Optional.of(Ink.B_HATCH), 1);
      case OTHER -> Fill.plain(Ink.C_SOFT);
    };
  }
}
