package paxoscope.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * Finds what a server has promised while it listened on another port. Folders are named by ports:
 * without this look a server whose address has changed would begin anew, and forget.
 */
final class OtherPorts {

  private OtherPorts() {}

  /**
   * Looks beside a new folder.
   *
   * @param folder the server's folder, named by its port, without a state
   * @param server whose it is
   * @param membership its cluster
   * @return the folder in which the same server of such a cluster has promised something
   * @throws IOException if the folders cannot be listed
   */
  static Optional<Path> of(Path folder, ServerId server, Membership membership) throws IOException {
    Path holder = folder.toAbsolutePath().getParent();
    if (holder == null) {
      return Optional.empty();
    }
    try (Stream<Path> beside = Files.list(holder)) {
      List<Path> ports =
          beside
              .filter(one -> one.getFileName().toString().matches("[0-9]{1,5}"))
              .filter(one -> !one.equals(folder.toAbsolutePath()))
              .sorted()
              .toList();
      return ports.stream().filter(one -> holdsPromises(one, server, membership)).findFirst();
    }
  }

  private static boolean holdsPromises(Path folder, ServerId server, Membership membership) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(FileAcceptorStore.STATE));
      StateRecord record = StateRecord.decode(SlotFormat.recover(bytes).content());
      return record.server() == server.number()
          && record.clusterSize() == membership.size()
          && !record.state().equals(StoredState.EMPTY);
    } catch (IOException | IllegalArgumentException _) {
      // No state, one that somebody writes right now, or none of ours: no promise to be found here.
      return false;
    }
  }
}
