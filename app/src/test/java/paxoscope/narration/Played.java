package paxoscope.narration;

import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S2;
import static paxoscope.narration.Lab.S3;
import static paxoscope.narration.Lab.S4;
import static paxoscope.narration.Lab.S5;
import static paxoscope.protocol.Outbound.Kind.ACCEPT;
import static paxoscope.protocol.Outbound.Kind.COMMIT;
import static paxoscope.protocol.Outbound.Kind.PREPARE;

import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/** Stretches of the classical runs: S1 proposes 123 under 3.1, S5 proposes 456 under 4.5. */
final class Played {

  private Played() {}

  /** S1 has asked S1, S2 and S3, and nobody has answered. */
  static Lab asked() {
    return asked(new Lab());
  }

  static Lab asked(Lab lab) {
    return lab.propose(S1, "123", 3, S1, S2, S3);
  }

  /** S1 has its three promises and has sent its Accepts. */
  static Lab promised() {
    return promised(new Lab());
  }

  static Lab promised(Lab lab) {
    return all(asked(lab), PREPARE, S1, S1, S2, S3);
  }

  /** S3 alone has accepted 3.1 = 123. */
  static Lab acceptedByS3() {
    return acceptedByS3(new Lab());
  }

  static Lab acceptedByS3(Lab lab) {
    return promised(lab).exchange(ACCEPT, S1, S3);
  }

  /** S1, S2 and S3 have accepted 3.1 = 123; S1 knows, and no Commit is delivered. */
  static Lab chosen() {
    return chosen(new Lab());
  }

  static Lab chosen(Lab lab) {
    return all(promised(lab), ACCEPT, S1, S1, S2, S3);
  }

  /** All files hold 123. */
  static Lab committed() {
    Lab lab = chosen();
    for (ServerId to : new ServerId[] {S2, S3, S4, S5, S1}) {
      lab.deliver(COMMIT, S1, to);
    }
    return lab;
  }

  /** S5 has overtaken S1 at S3: it has its promises from S3, S4 and S5 under 4.5. */
  static Lab overtaken(Lab lab) {
    return all(lab.propose(S5, "456", 4, S3, S4, S5), PREPARE, S5, S3, S4, S5);
  }

  static Lab all(Lab lab, Outbound.Kind kind, ServerId from, ServerId... receivers) {
    for (ServerId to : receivers) {
      lab.exchange(kind, from, to);
    }
    return lab;
  }
}
