package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import paxoscope.director.ClusterException;

class NodeCallsTest {

  private final List<String> heard = new ArrayList<>();

  @Test
  void anAnswerOrOneClearLineComesBack() {
    NodeCalls calls = new NodeCalls(Runnable::run, Runnable::run);
    calls.make(() -> "answer", heard::add, heard::add);
    calls.make(
        () -> {
          throw new ClusterException("S3 is not running.", null);
        },
        answer -> heard.add("never"),
        heard::add);
    assertEquals(List.of("answer", "S3 is not running."), heard);
  }

  @Test
  void aCallAfterTheEndIsNobodysBusiness() {
    ExecutorService ended = Executors.newSingleThreadExecutor();
    ended.shutdown();
    new NodeCalls(ended, Runnable::run).make(() -> "answer", heard::add, heard::add);
    assertEquals(List.of(), heard);
  }
}
