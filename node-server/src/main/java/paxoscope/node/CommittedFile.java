package paxoscope.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that people look at: the committed value as UTF-8, and nothing else. It is replaced
 * whole, so a reader sees the old or the new contents. It is not forced on its own: the state file
 * is the truth, and {@link #write} brings this one into line when the node starts.
 */
final class CommittedFile {

  private final Path path;
  private final Path unfinished;

  CommittedFile(Path path) {
    this.path = path;
    this.unfinished = path.resolveSibling(path.getFileName() + ".new");
  }

  String read() throws IOException {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  boolean holds(String text) throws IOException {
    return Files.exists(path) && read().equals(text);
  }

  void write(String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
    Files.move(
        unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
