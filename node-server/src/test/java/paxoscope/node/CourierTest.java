package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeApi;

class CourierTest {

  private static final Message.Prepare PREPARE =
      new Message.Prepare(new ServerId(1), new ServerId(2), ProposalNumber.parse("1.1"));

  @Test
  void aCallThatEndsInAnErrorOfTheMachineIsUnknownAndNobodyWaitsForItForEver() {
    CompletableFuture<Courier.Ended> end = new CompletableFuture<>();
    try (Mailbox mailbox = new Mailbox("test", end::completeExceptionally)) {
      Courier courier =
          new Courier(
              (to, request, meta, wire) -> {
                throw new OutOfMemoryError("as if");
              },
              mailbox,
              Runnable::run);

      assertThrows(
          OutOfMemoryError.class,
          () ->
              courier.send(PREPARE, new NodeApi.Meta("", 0, Optional.of(1), 1, ""), end::complete));

      assertEquals(
          new Courier.Ended(
              new Courier.Result.Silent("The call to S2 has failed."), Optional.empty()),
          TestCluster.get(end));
    }
  }
}
