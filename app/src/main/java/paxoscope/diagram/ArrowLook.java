package paxoscope.diagram;

import paxoscope.picture.Ink;
import paxoscope.picture.Pen;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Passage;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;

/**
 * How the way of a message looks. Whose it is is told by colour and dashes, its phase by the sign
 * at its receiver and its weight, what became of it by colour, dots and a cross: never by colour
 * alone.
 *
 * @param pen how its line is drawn
 * @param sign what stands at its end
 */
record ArrowLook(Pen pen, Sign sign) {

  private static final double USUAL = 2;
  private static final double THIN = 1.3;

  /** What stands where an arrow ends. */
  enum Sign {
    /** A head alone: an answer has reached its proposer. */
    HEAD,
    /** An open ring: an acceptor has handled a Prepare. */
    RING,
    /** A full ring: an acceptor has handled an Accept. */
    DISC,
    /** A small square: a learner has been told. */
    SQUARE,
    /** A cross in the colour of refusals: an acceptor has refused. */
    REFUSED,
    /** A head, and a cross on the way: the proposer is told of a refusal. */
    CROSSED,
    /** A cross half way: lost. */
    BROKEN,
    /** A cross at the receiver's lane: it was not there. */
    NOT_MET,
    /** A short stub at the sender: it waits, or was forgotten. */
    STUB
  }

  static ArrowLook of(Passage passage, RunHeader header) {
    Outbound content = passage.content();
    Role role = Role.of(content.number(), header);
    return switch (passage.end()) {
      case WAITING -> new ArrowLook(RoleInks.pen(role, USUAL), Sign.STUB);
      case FORGOTTEN -> new ArrowLook(dotted(), Sign.STUB);
      case LOST -> new ArrowLook(dotted(), Sign.BROKEN);
      case UNREACHABLE -> new ArrowLook(dotted(), Sign.NOT_MET);
      // It may well have arrived: nothing crosses it out.
      case UNKNOWN -> new ArrowLook(dotted(), Sign.HEAD);
      case IGNORED -> new ArrowLook(Pen.solid(Ink.MUTED, THIN), Sign.HEAD);
      case REFUSED -> new ArrowLook(RoleInks.pen(role, USUAL), Sign.REFUSED);
      case HANDLED -> handled(content, role);
    };
  }

  private static ArrowLook handled(Outbound content, Role role) {
    return switch (content) {
      case Message.Prepare _ -> new ArrowLook(RoleInks.pen(role, USUAL), Sign.RING);
      case Message.Accept _ -> new ArrowLook(RoleInks.pen(role, USUAL), Sign.DISC);
      case Message.Commit _ -> new ArrowLook(RoleInks.pen(role, THIN), Sign.SQUARE);
      case Message.Nack _ -> new ArrowLook(Pen.solid(Ink.REFUSAL, USUAL), Sign.CROSSED);
      case Message.Promise _, Message.Accepted _, paxoscope.protocol.Timer _ ->
          new ArrowLook(RoleInks.pen(role, USUAL), Sign.HEAD);
    };
  }

  private static Pen dotted() {
    return new Pen(Ink.LOSS, USUAL, Pen.Dash.DOTTED);
  }

  ArrowLook bolder(double more) {
    return new ArrowLook(new Pen(pen.ink(), pen.width() + more, pen.dash()), sign);
  }
}
