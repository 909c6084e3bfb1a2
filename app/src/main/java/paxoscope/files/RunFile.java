package paxoscope.files;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import paxoscope.runtext.CallText;
import paxoscope.runtext.RecordedRun;
import paxoscope.runtext.RunTextException;
import paxoscope.runtext.RunTextReader;
import paxoscope.runtext.RunTextWriter;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Runs in files. Reading one needs no node. */
public final class RunFile {

  /** How the names of such files end. */
  public static final String EXTENSION = ".paxosrun";

  /** Longer than any line of a run: its values have at most 64 KiB. */
  private static final int LONGEST_LINE_BYTES = 4 * 1024 * 1024;

  private static final int CHUNK_BYTES = 64 * 1024;

  private RunFile() {}

  /**
   * Reads a run.
   *
   * @param file where it is
   * @return the run; what was cut off at its end is told by its notice
   * @throws RunFileException with one clear line, which names the file and the line of the text, if
   *     it cannot be read, is no run, or is damaged
   */
  public static RecordedRun read(Path file) {
    WholeFile.refuseFolder(file);
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream);
    } catch (RunTextException wrong) {
      throw new RunFileException(file + ", " + wrong.getMessage());
    } catch (NoSuchFileException missing) {
      throw new RunFileException("There is no file " + file + ": check its path.");
    } catch (IOException unreadable) {
      throw new RunFileException(file + " cannot be read: " + WholeFile.reason(unreadable) + ".");
    }
  }

  // Lines are found in the bytes, so that a wrong byte is told with the number of its line.
  private static RecordedRun read(InputStream stream) throws IOException {
    RunTextReader reader = new RunTextReader();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    int count = stream.read(chunk);
    while (count >= 0) {
      int begin = 0;
      for (int i = 0; i < count; i++) {
        if (chunk[i] == '\n') {
          add(line, chunk, begin, i, reader.lines() + 1);
          reader.take(text(line, reader.lines() + 1));
          line.reset();
          begin = i + 1;
        }
      }
      add(line, chunk, begin, count, reader.lines() + 1);
      count = stream.read(chunk);
    }
    return reader.finish(last(line, reader.lines() + 1));
  }

  private static void add(
      ByteArrayOutputStream line, byte[] chunk, int begin, int end, int number) {
    line.write(chunk, begin, end - begin);
    if (line.size() > LONGEST_LINE_BYTES) {
      throw new RunTextException(
          "line " + number + ": it is longer than 4 MiB, and no line of a run is.");
    }
  }

  private static String text(ByteArrayOutputStream line, int number) {
    try {
      return decoded(line);
    } catch (CharacterCodingException wrong) {
      throw new RunTextException("line " + number + ": it is no text in UTF-8.");
    }
  }

  // The last line may have been cut off in the middle of a character; the text is wrong anyhow.
  private static String last(ByteArrayOutputStream line, int number) {
    try {
      return decoded(line);
    } catch (CharacterCodingException cut) {
      return number == 1 ? text(line, number) : line.toString(StandardCharsets.UTF_8);
    }
  }

  private static String decoded(ByteArrayOutputStream line) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(line.toByteArray()))
        .toString();
  }

  /**
   * Writes a run. The file is there whole or not at all: what was there before stays until then.
   *
   * @param file where to; a name without an ending gets {@link #EXTENSION}. A run that is there is
   *     replaced, any other file is not
   * @param trace the run, as far as it has come
   * @param calls the texts of calls to keep with it
   * @return the file that was written
   * @throws RunFileException with one clear line if it cannot be written
   */
  public static Path write(Path file, Trace trace, List<CallText> calls) {
    WholeFile.refuseFolder(file.toAbsolutePath());
    Path named = named(file.toAbsolutePath().normalize());
    WholeFile.refuseFolder(named);
    refuseToReplace(named);
    WholeFile.write(named, out -> writeAll(out, trace, calls));
    return named;
  }

  private static Path named(Path file) {
    if (file.getFileName() == null || file.getFileName().toString().contains(".")) {
      return file;
    }
    return file.resolveSibling(file.getFileName() + EXTENSION);
  }

  private static void refuseToReplace(Path file) {
    if (Files.exists(file) && !mayBeReplaced(file)) {
      throw new RunFileException(
          file + " exists and is no run, so it is not replaced: choose another name.");
    }
  }

  /**
   * Whether a file is meant to be a run: by its ending, or by its first character, with which no
   * scenario begins.
   *
   * @param file any file
   * @return false also if it cannot be read
   */
  public static boolean isRun(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION)
        || (Files.isRegularFile(file) && Arrays.equals(begin(file, 1), bytes("{")));
  }

  private static boolean mayBeReplaced(Path file) {
    byte[] wanted = bytes("{\"paxoscope\":\"run\"");
    byte[] found = begin(file, wanted.length);
    return found.length == 0 || Arrays.equals(wanted, found);
  }

  // What cannot be read begins with something else.
  private static byte[] begin(Path file, int length) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(length);
    } catch (IOException _) {
      return bytes("?");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void writeAll(OutputStream out, Trace trace, List<CallText> calls)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    RunTextWriter text = new RunTextWriter(trace.header());
    writer.write(text.header());
    for (TraceStep step : trace.steps()) {
      writer.write(text.step(step));
    }
    for (CallText call : calls) {
      writer.write(RunTextWriter.call(call));
    }
    writer.flush();
  }
}
