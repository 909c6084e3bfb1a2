package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.rpc.ClientAccess;

class ClusterChoiceTest {

  @Test
  void portsAreARangeOrAList() {
    assertEquals(
        new ClusterChoice.Own(List.of(9000, 9001, 9002, 9003, 9004)),
        ClusterChoice.ownAt("9000-9004"));
    assertEquals(new ClusterChoice.Own(List.of(1, 5, 3)), ClusterChoice.ownAt("1, 5, 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8000", "8000-8001", "8000-8020", "a-b", "8004-8000", "1-2-3", "-"})
  void otherTextsAreRefusedInOneLine(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClusterChoice.ownAt(text)).getMessage();
    assertEquals(-1, message.indexOf('\n'));
  }

  @Test
  void aPortOutOfRangeIsRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClusterChoice.ownAt("65534-65538"))
            .getMessage();
    assertTrue(message.contains("65538"), message);
  }

  @Test
  void theSamePortTwiceIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> ClusterChoice.ownAt("9000,9000,9001").open())
            .getMessage();
    assertTrue(message.contains("a port of its own"), message);
  }

  @Test
  void aChoiceDoesNotShowItsSecret() {
    ClientAccess access = new ClientAccess(Optional.of("sesame"), Optional.empty());
    assertFalse(
        new ClusterChoice.Running(List.of("a:1", "b:1", "c:1"), access)
            .toString()
            .contains("sesame"));
  }

  @Test
  void theUsersAddressesAreCheckedBeforeAnyNodeIsCalled() {
    assertEquals(
        "'two' is not an address: write host:port, such as 127.0.0.1:8000.",
        refused(List.of("one:8000", "two", "three:8002")));
    assertEquals(
        "'two' is not an address: write host:port, such as 127.0.0.1:8000.",
        refused(List.of("two")));
    assertEquals(
        "one:8000 is named twice: each server of the cluster has its own address.",
        refused(List.of("one:8000", "two:8000", "one:8000")));
    assertEquals(
        List.of(8000, 8001, 8002),
        new ClusterChoice.Running(
                List.of("one:8000", " two:8001", "three:8002 "), ClientAccess.LOCAL)
            .ports());
    assertEquals(
        List.of(8000, 8001, 8000),
        new ClusterChoice.Running(List.of("one:8000", "two:8001", "three:8000"), ClientAccess.LOCAL)
            .ports());
  }

  @Test
  void tooFewOrTooManyNodesThatRunAreRefused() {
    for (int count : List.of(1, 2, 10)) {
      List<String> addresses = IntStream.range(0, count).mapToObj(i -> "m" + i + ":8000").toList();
      assertEquals("A cluster here has 3 to 9 servers, not " + count + ".", refused(addresses));
    }
  }

  private static String refused(List<String> addresses) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new ClusterChoice.Running(addresses, ClientAccess.LOCAL))
        .getMessage();
  }

  @Test
  void anotherSizeKeepsThePortsThereAreAndGoesOnAboveThem() {
    ClusterChoice.Own own = new ClusterChoice.Own(List.of(8000, 9000, 8001));
    assertEquals(List.of(8000, 9000, 8001, 9001, 9002), own.resized(5).ports());
    assertEquals(own, own.resized(5).resized(3));
    assertThrows(IllegalArgumentException.class, () -> own.resized(2));
    assertThrows(IllegalArgumentException.class, () -> own.resized(10));
    ClusterChoice.Own highest = new ClusterChoice.Own(List.of(65533, 65534, 65535));
    assertThrows(IllegalArgumentException.class, () -> highest.resized(4));
  }
}
