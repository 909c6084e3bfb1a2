package paxoscope.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends what the process logs to small files in the node's folder that replace each other. */
final class NodeLog {

  private static final int FILE_BYTES = 512 * 1024;
  private static final int FILES = 3;

  private NodeLog() {}

  /**
   * Begins to log there, and nowhere else.
   *
   * @param folder the node's folder
   * @throws IOException if no log file can be written there
   */
  static void into(Path folder) throws IOException {
    LogManager.getLogManager().reset();
    String pattern = folder.toString().replace("%", "%%") + "/node-%g.log";
    FileHandler file = new FileHandler(pattern, FILE_BYTES, FILES, true);
    file.setEncoding("UTF-8");
    file.setFormatter(new Lines());
    Logger.getLogger("").addHandler(file);
  }

  /** One line for a record: time (UTC), level, text; then the trace of an error. */
  private static final class Lines extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringBuilder text = new StringBuilder();
      text.append(record.getInstant()).append(' ').append(record.getLevel().getName());
      text.append(' ').append(formatMessage(record)).append(System.lineSeparator());
      if (record.getThrown() != null) {
        appendTrace(text, record.getThrown());
      }
      return text.toString();
    }

    private static void appendTrace(StringBuilder text, Throwable thrown) {
      for (Throwable one = thrown; one != null; one = one.getCause()) {
        text.append("  ").append(one).append(System.lineSeparator());
        for (StackTraceElement frame : one.getStackTrace()) {
          text.append("    at ").append(frame).append(System.lineSeparator());
        }
      }
    }
  }
}
