package paxoscope.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;

/**
 * A node's folder: the state file, the committed file, a lock, and a marker that tells a new folder
 * from one whose state is lost.
 */
public final class FileAcceptorStore implements AcceptorStore {

  static final String STATE = "state";
  private static final String MARKER = "initialised";

  private final FolderLock lock;
  private final StateFile stateFile;
  private final CommittedFile committedFile;
  private final ServerId server;
  private final int clusterSize;
  private StoredState state;

  private FileAcceptorStore(
      FolderLock lock, StateFile stateFile, CommittedFile committedFile, StateRecord record) {
    this.lock = lock;
    this.stateFile = stateFile;
    this.committedFile = committedFile;
    this.server = new ServerId(record.server());
    this.clusterSize = record.clusterSize();
    this.state = record.state();
  }

  /**
   * Opens a node's folder, or makes it if it is not there, and locks it against other processes.
   *
   * @param folder the node's own folder
   * @param fileName the name of the committed file in it
   * @param server whose folder it is to be
   * @param membership its cluster
   * @return the store
   * @throws StoreRefusal if the folder is damaged, another node's, in use, or not accessible
   */
  public static FileAcceptorStore open(
      Path folder, String fileName, ServerId server, Membership membership) throws StoreRefusal {
    FolderLock lock = null;
    try {
      makeDirectories(folder);
      lock = FolderLock.take(folder);
      return open(lock, folder, fileName, server, membership);
    } catch (IOException e) {
      release(lock);
      throw new StoreRefusal(
          "The data folder %s cannot be used: %s.".formatted(folder, IoReason.of(e)), e);
    } catch (StoreRefusal e) {
      release(lock);
      throw e;
    }
  }

  // A new name is on the disk once the folder that holds it is forced.
  private static void makeDirectories(Path folder) throws IOException {
    Path missing = folder.toAbsolutePath();
    List<Path> holders = new ArrayList<>();
    while (missing.getParent() != null && !Files.exists(missing)) {
      missing = missing.getParent();
      holders.add(missing);
    }
    Files.createDirectories(folder);
    for (Path holder : holders) {
      forceDirectory(holder);
    }
  }

  private static FileAcceptorStore open(
      FolderLock lock, Path folder, String fileName, ServerId server, Membership membership)
      throws IOException, StoreRefusal {
    Path path = folder.resolve(STATE);
    Path marker = folder.resolve(MARKER);
    if (!Files.exists(path)) {
      requireNew(folder, marker, fileName);
      requireNothingElsewhere(folder, server, membership);
      StateFile.create(
          path, new StateRecord(server.number(), membership.size(), StoredState.EMPTY).encode());
      forceDirectory(folder);
    }
    StateFile.Opened opened = openState(path);
    try {
      StateRecord record = decode(path, opened.content());
      requireOwn(folder, record, server, membership);
      CommittedFile committed = new CommittedFile(folder.resolve(fileName));
      String text = committedText(record.state());
      if (!committed.holds(text)) {
        committed.write(text);
      }
      if (!Files.exists(marker)) {
        Files.createFile(marker);
      }
      forceDirectory(folder);
      return new FileAcceptorStore(lock, opened.file(), committed, record);
    } catch (IOException | StoreRefusal e) {
      opened.file().close();
      throw e;
    }
  }

  private static void requireNew(Path folder, Path marker, String fileName) throws StoreRefusal {
    if (Files.exists(marker) || Files.exists(folder.resolve(fileName))) {
      throw new StoreRefusal(
          "The data folder %s has lost its file '%s', and with it what this server has promised: "
                  .formatted(folder, STATE)
              + "put the file back, or start with another folder and all servers restarted.");
    }
  }

  private static void requireNothingElsewhere(Path folder, ServerId server, Membership membership)
      throws IOException, StoreRefusal {
    Optional<Path> other = OtherPorts.of(folder, server, membership);
    if (other.isPresent()) {
      throw new StoreRefusal(
          "The folder %s holds what %s of %d servers has promised on that port: start it there, "
                  .formatted(other.get(), server, membership.size())
              + "rename the folder to %s, or give another --data.".formatted(folder.getFileName()));
    }
  }

  private static StateFile.Opened openState(Path path) throws IOException, StoreRefusal {
    try {
      return StateFile.open(path);
    } catch (IllegalArgumentException e) {
      throw damaged(path, e);
    }
  }

  private static StateRecord decode(Path path, byte[] content) throws StoreRefusal {
    try {
      return StateRecord.decode(content);
    } catch (IllegalArgumentException e) {
      throw damaged(path, e);
    }
  }

  private static StoreRefusal damaged(Path path, IllegalArgumentException reason) {
    return new StoreRefusal(
        "The state file %s is damaged (%s), so this server no longer knows what it has promised: "
                .formatted(path, reason.getMessage())
            + "restore the file, or start with another folder and all servers restarted.",
        reason);
  }

  private static void requireOwn(
      Path folder, StateRecord record, ServerId server, Membership membership) throws StoreRefusal {
    if (record.server() != server.number() || record.clusterSize() != membership.size()) {
      throw new StoreRefusal(
          "The data folder %s belongs to S%d of %d servers, not to %s of %d: give another --data."
              .formatted(folder, record.server(), record.clusterSize(), server, membership.size()));
    }
  }

  @Override
  public StoredState state() {
    return state;
  }

  // The state first: the committed file is made from it again if the node dies between the two.
  @Override
  public void save(StoredState next) throws IOException {
    stateFile.write(new StateRecord(server.number(), clusterSize, next).encode());
    String text = committedText(next);
    if (!text.equals(committedText(state))) {
      committedFile.write(text);
    }
    state = next;
  }

  @Override
  public String committedFileContents() throws IOException {
    return committedFile.read();
  }

  @Override
  public void close() {
    try (lock) {
      stateFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String committedText(StoredState state) {
    Optional<Proposal> committed = state.durable().learner().committed();
    return committed.map(proposal -> proposal.value().text()).orElse("");
  }

  // Windows cannot force a directory; there a new file's name may be lost with the power.
  private static void forceDirectory(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void release(FolderLock lock) {
    if (lock != null) {
      lock.close();
    }
  }
}
