package paxoscope.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paxoscope.experiment.DuelExperiment;
import paxoscope.runtext.RunTextWriter;
import paxoscope.trace.Trace;

/**
 * Keeps the run that is going on in a file, step by step, and the last few before it. Each step is
 * handed to the system before the next is taken, so that a killed program loses at most the line
 * that it was writing. It is not forced to the disk: a loss of power may take the last seconds.
 *
 * <p>Trouble with the disk never disturbs the run: it is told once, and the rest of that run is not
 * kept. Safe for any thread.
 */
public final class RunRecorder implements AutoCloseable {

  /** How many runs are kept beside the last one. */
  public static final int OLDER_RUNS = 9;

  private static final String LAST = "last" + RunFile.EXTENSION;
  private static final int LONGEST_WRITE = 256 * 1024;

  private final Path folder;
  private final Supplier<Trace> current;
  private final Consumer<String> complain;
  private Trace trace;
  private RunTextWriter text;
  private FileChannel channel;
  private int written;
  private boolean closed;

  /**
   * A recorder that has written nothing yet. The folder is made when there is something to keep.
   *
   * @param folder where to keep runs
   * @param current gives the run that is going on
   * @param complain takes one clear line when a run cannot be kept
   */
  public RunRecorder(Path folder, Supplier<Trace> current, Consumer<String> complain) {
    this.folder = folder;
    this.current = current;
    this.complain = complain;
  }

  /**
   * The file in which the last run is kept, be it going on or over.
   *
   * @param folder where runs are kept
   * @return the file; it may not exist yet
   */
  public static Path last(Path folder) {
    return folder.resolve(LAST);
  }

  /** Writes what is new. To be called whenever the run has grown or another has begun. */
  public synchronized void catchUp() {
    if (closed) {
      return;
    }
    try {
      Trace now = current.get();
      // What began without a step is no run yet: the last one stays the last. An experiment has a
      // hundred duels, which would push out all that anybody wants to see again.
      boolean kept = !now.header().scenario().equals(DuelExperiment.DUEL);
      if (now != trace && now.size() > 0 && kept) {
        begin(now);
      }
      if (channel != null) {
        append();
      }
    } catch (IOException failed) {
      release();
      complain.accept(
          "This run is not kept, because %s cannot be written: %s. Save it when it is over."
              .formatted(last(folder), WholeFile.reason(failed)));
    }
  }

  private void begin(Trace next) throws IOException {
    release();
    trace = next;
    written = 0;
    text = new RunTextWriter(next.header());
    Files.createDirectories(folder);
    makeRoom();
    channel =
        FileChannel.open(
            last(folder),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(text.header());
  }

  // Another window may keep its run here too: its file moves on, and it goes on writing there.
  private void makeRoom() throws IOException {
    for (int age = OLDER_RUNS; age >= 1; age--) {
      try {
        Files.move(kept(age - 1), kept(age), StandardCopyOption.REPLACE_EXISTING);
      } catch (NoSuchFileException _) {
        // Not so many runs yet.
        continue;
      }
    }
  }

  private Path kept(int age) {
    return age == 0 ? last(folder) : folder.resolve("before-" + age + RunFile.EXTENSION);
  }

  private void append() throws IOException {
    StringBuilder lines = new StringBuilder();
    int size = trace.size();
    while (written < size) {
      lines.append(text.step(trace.step(++written)));
      if (lines.length() > LONGEST_WRITE) {
        write(lines.toString());
        lines.setLength(0);
      }
    }
    write(lines.toString());
  }

  private void write(String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void release() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // What could not be written was told already.
      return;
    } finally {
      channel = null;
    }
  }

  /** Writes what is new and lets the file go. */
  @Override
  public synchronized void close() {
    catchUp();
    release();
    closed = true;
  }
}
