package paxoscope.rpc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The HTTP Basic header (RFC 7617) for the shared secret of a cluster. */
final class BasicAuthentication {

  private static final String USER = "paxos";
  private static final String SCHEME = "Basic ";

  private BasicAuthentication() {}

  static String header(String secret) {
    byte[] credentials = (USER + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return SCHEME + Base64.getEncoder().encodeToString(credentials);
  }

  /** Compares in a time that does not tell how much of the secret was right. */
  static boolean isValid(String header, String secret) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    byte[] right = header(secret).substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, given);
  }
}
