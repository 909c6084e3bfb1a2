package paxoscope.rpc;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads the bodies of requests, bounded each and all together: many callers that send as much as
 * they may must not use up the node's memory.
 */
final class BodyReader {

  /** The longest body, in bytes: two of the longest values, with every character escaped. */
  static final int MAXIMUM_BYTES = 1024 * 1024;

  // A body up to this length needs no permit: all connections together cannot do harm with it.
  private static final int SMALL_BYTES = 16 * 1024;
  private static final int LARGE_AT_ONCE = 8;

  private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

  /**
   * Reads a body, and what it says.
   *
   * @param exchange the request
   * @param reader reads the bytes
   * @return what it has read
   * @throws Refusal if the body is too long, or too many long ones come at once
   * @throws IOException if the sender has gone or was too slow
   */
  <T> T read(HttpExchange exchange, Function<byte[], T> reader) throws Refusal, IOException {
    InputStream stream = exchange.getRequestBody();
    byte[] first = stream.readNBytes(SMALL_BYTES + 1);
    if (first.length <= SMALL_BYTES) {
      return reader.apply(first);
    }
    acquire();
    try {
      byte[] rest = stream.readNBytes(MAXIMUM_BYTES + 1 - first.length);
      if (first.length + rest.length > MAXIMUM_BYTES) {
        throw new Refusal(413, "A call must not be longer than 1 MiB.");
      }
      byte[] body = Arrays.copyOf(first, first.length + rest.length);
      System.arraycopy(rest, 0, body, first.length, rest.length);
      return reader.apply(body);
    } finally {
      large.release();
    }
  }

  private void acquire() throws Refusal {
    try {
      if (large.tryAcquire(JvmSettings.REQUEST_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(503, "Too many large calls at once: try again.");
  }
}
