package paxoscope.rpc;

import java.util.Optional;

/**
 * How a client calls a node.
 *
 * @param secret the secret that the nodes share; empty if they have none
 * @param trustStore the certificates to trust, which also means to speak TLS; empty for plain HTTP
 */
public record ClientAccess(Optional<String> secret, Optional<TlsFile> trustStore) {

  /** Plain HTTP without a secret. */
  public static final ClientAccess LOCAL = new ClientAccess(Optional.empty(), Optional.empty());

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "ClientAccess[secret " + (secret.isPresent() ? "set" : "none") + ", " + trustStore + "]";
  }
}
