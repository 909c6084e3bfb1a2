package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which something is written to standard error: attacks must not fill a log.
 */
final class QuietStandardError implements BeforeEachCallback, AfterEachCallback {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private PrintStream original;

  @Override
  public void beforeEach(ExtensionContext context) {
    original = System.err;
    written.reset();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setErr(original);
    assertEquals("", written.toString(StandardCharsets.UTF_8));
  }
}
