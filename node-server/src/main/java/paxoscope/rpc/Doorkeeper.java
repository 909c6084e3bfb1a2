package paxoscope.rpc;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides from a request's head whether a node listens to it. Keeps web pages out: a browser can be
 * made to send a request to any address, but not one of this type, from this origin and under this
 * name.
 */
final class Doorkeeper {

  private static final Set<String> PATHS = Set.of("/RPC2", "/");
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "::1");

  private final Optional<String> secret;
  private final Set<String> hostNames = new HashSet<>(LOOPBACK_NAMES);

  Doorkeeper(Access access, String listensOn) {
    secret = access.secret();
    hostNames.add(normal(listensOn));
    access.hostNames().forEach(name -> hostNames.add(normal(name)));
  }

  /**
   * Looks at a request's head.
   *
   * @param method the HTTP method
   * @param path the path of the address
   * @param headers the headers
   * @throws Refusal if the request is none for a node
   */
  void check(String method, String path, Headers headers) throws Refusal {
    if (!areHostAndOriginKnown(headers)) {
      throw new Refusal(
          403,
          "Calls to this node must come under one of its own names, and not from a web page:"
              + " the Host or Origin header names another.");
    }
    if (path == null || !PATHS.contains(path)) {
      throw new Refusal(404, "A node answers at /RPC2 only.");
    }
    if (!method.equals("POST")) {
      throw new Refusal(405, "A node answers to POST only: use an XML-RPC client.");
    }
    if (secret.isPresent() && !isSecretRight(headers, secret.get())) {
      throw new Refusal(401, "This node wants its shared secret: user paxos, HTTP Basic.");
    }
    if (!isPlainXml(headers)) {
      throw new Refusal(415, "A node takes Content-Type: text/xml only, not compressed.");
    }
  }

  private boolean areHostAndOriginKnown(Headers headers) {
    return headers.getOrDefault("Host", List.of()).size() == 1
        && isKnown("http://" + headers.getFirst("Host"))
        && headers.getOrDefault("Origin", List.of()).stream().allMatch(this::isKnown);
  }

  private boolean isKnown(String origin) {
    try {
      String host = new URI(origin).getHost();
      return host != null && hostNames.contains(normal(host));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean isSecretRight(Headers headers, String secret) {
    List<String> given = headers.getOrDefault("Authorization", List.of());
    return given.size() == 1 && BasicAuthentication.isValid(given.getFirst(), secret);
  }

  private static boolean isPlainXml(Headers headers) {
    List<String> types = headers.getOrDefault("Content-Type", List.of());
    if (types.size() != 1 || headers.containsKey("Content-Encoding")) {
      return false;
    }
    String type = types.getFirst();
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase("text/xml");
  }

  // Without the brackets of an IPv6 address and the dot that may end a full domain name.
  private static String normal(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
