package paxoscope.rpc;

import java.util.Optional;
import java.util.Set;

/**
 * Who may call a node, and how.
 *
 * @param secret what callers must know (HTTP Basic, user {@code paxos}); empty for nobody is asked,
 *     which is possible on a loopback address only
 * @param hostNames the host names under which the node may be called beside the loopback names and
 *     the address it listens on: those of the cluster, and others its owner knows. A web page that
 *     has been led to the node under a foreign name is refused
 * @param keyStore the key and certificate for TLS; empty for plain HTTP
 */
public record Access(Optional<String> secret, Set<String> hostNames, Optional<TlsFile> keyStore) {

  /** Anybody on this machine, in plain HTTP, under the loopback names. */
  public static final Access LOCAL = new Access(Optional.empty(), Set.of(), Optional.empty());

  /**
   * Checks the secret and keeps an own copy of the names.
   *
   * @throws IllegalArgumentException if there is an empty secret
   */
  public Access {
    if (secret.isPresent() && secret.get().isBlank()) {
      throw new IllegalArgumentException("A shared secret must not be empty.");
    }
    hostNames = Set.copyOf(hostNames);
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "Access[secret "
        + (secret.isPresent() ? "set" : "none")
        + ", "
        + hostNames
        + ", "
        + keyStore
        + "]";
  }
}
