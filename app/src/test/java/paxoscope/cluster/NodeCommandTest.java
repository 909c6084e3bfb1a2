package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import paxoscope.rpc.NodeApi;

/** The program finds its node by where a class of it lies. */
class NodeCommandTest {

  private static Path locationIn(String url) throws MalformedURLException {
    return NodeCommand.locationOf(NodeApi.class, URI.create(url).toURL());
  }

  @Test
  void aClassInAJarLiesInTheJarWhateverItsFolderIsCalled() throws MalformedURLException {
    assertEquals(
        Path.of("/my böx!/lib/paxoscope-node.jar"),
        locationIn("jar:file:/my%20b%C3%B6x!/lib/paxoscope-node.jar!/paxoscope/rpc/NodeApi.class"));
  }

  @Test
  void aClassInAFolderLiesInTheRootOfItsPackages() throws MalformedURLException {
    assertEquals(
        Path.of("/project/target/classes"),
        locationIn("file:/project/target/classes/paxoscope/rpc/NodeApi.class"));
  }

  @Test
  void theNodeOfThisProgramIsThere() {
    assertTrue(Files.exists(NodeCommand.locationOfNode()));
  }
}
