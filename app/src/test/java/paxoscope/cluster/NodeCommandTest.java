package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeAddress;

class NodeCommandTest {

  private static final String ENDS_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

  @Test
  void aNodeThatHasRunOutOfMemoryEndsHoweverItWasStarted() throws IOException {
    List<String> command =
        new NodeCommand(List.of(new NodeAddress("127.0.0.1", 8000)), Path.of("data"))
            .of(new ServerId(1));

    assertTrue(command.contains(ENDS_WITHOUT_MEMORY), command::toString);
    for (String launcher : List.of("paxoscope", "paxoscope.bat")) {
      String text = Files.readString(Path.of("src", "launcher", launcher));
      assertTrue(text.contains(" -Xmx64m -Xmn8m " + ENDS_WITHOUT_MEMORY + " "), launcher);
    }
  }
}
