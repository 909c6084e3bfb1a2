package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S2;
import static paxoscope.narration.Lab.S3;

import org.junit.jupiter.api.Test;
import paxoscope.narration.Lab;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ItemName;

class SelectionTest {

  private static final Selection PREPARE =
      new Selection.Message(
          new ItemName(Outbound.Kind.PREPARE, S3, S1, ProposalNumber.parse("3.3"), 1));

  @Test
  void aServerStaysSelectedInAnotherRun() {
    assertEquals(new Selection.Server(S3), new Selection.Server(S3).within(new Lab().trace));
  }

  @Test
  void aServerThatIsNotThereGivesWayToTheFirst() {
    assertEquals(
        new Selection.Server(S1), new Selection.Server(new ServerId(7)).within(new Lab().trace));
  }

  @Test
  void aMessageStaysSelectedWhereItIsAndElseItsSenderIsLookedAt() {
    assertEquals(PREPARE, PREPARE.within(new Lab().propose(S3, "123", 3, S1, S2, S3).trace));
    assertEquals(new Selection.Server(S3), PREPARE.within(new Lab().trace));
  }
}
