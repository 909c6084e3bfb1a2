package paxoscope.rpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Takes HTTP requests: refuses them, or has them answered. */
final class CallHandler implements HttpHandler {

  private static final int MOST_SKIPPED_BYTES = 4 * 1024 * 1024;

  private final Doorkeeper doorkeeper;
  private final CallAnswerer answerer;
  private final BodyReader bodies = new BodyReader();

  CallHandler(Doorkeeper doorkeeper, CallAnswerer answerer) {
    this.doorkeeper = doorkeeper;
    this.answerer = answerer;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that has no answer yet closes its connection.
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      doorkeeper.check(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders());
      Supplier<byte[]> call = bodies.read(exchange, answerer::read);
      send(exchange, 200, "text/xml; charset=utf-8", call.get());
    } catch (Refusal refusal) {
      refuse(exchange, refusal);
    } catch (ConnectionEnds _) {
      // The end of the process closes the connection as well; here it has merely not come yet.
      return;
    }
  }

  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    if (refusal.status() == 401) {
      exchange
          .getResponseHeaders()
          .set("WWW-Authenticate", "Basic realm=\"Paxoscope\", charset=\"UTF-8\"");
    }
    if (refusal.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "POST");
    }
    // The request may not have been read to its end: nothing else can be said on this connection.
    exchange.getResponseHeaders().set("Connection", "close");
    byte[] text = (refusal.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
    send(exchange, refusal.status(), "text/plain; charset=utf-8", text);
    exchange.getResponseBody().flush();
    skipRest(exchange.getRequestBody());
  }

  // To close with something unread resets the connection, and the caller may never see the answer.
  private static void skipRest(InputStream body) throws IOException {
    byte[] part = new byte[16 * 1024];
    long skipped = 0;
    int count = 0;
    while (count >= 0 && skipped < MOST_SKIPPED_BYTES) {
      count = body.read(part);
      skipped += count;
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    // The answer to HEAD has no body.
    boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }
}
