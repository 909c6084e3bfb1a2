package paxoscope.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key store or trust store on the disk, as {@code keytool} makes it.
 *
 * @param path the file (PKCS12 or JKS)
 * @param password its password, and that of the keys in it
 */
public record TlsFile(Path path, String password) {

  /**
   * Makes what a server needs: the keys in this file.
   *
   * @return a TLS context that shows its certificate
   * @throws IllegalArgumentException with one clear line if the file is not usable
   */
  SSLContext serverContext() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(), password.toCharArray());
      return context(keys.getKeyManagers(), null);
    } catch (GeneralSecurityException wrong) {
      throw unusable(wrong);
    }
  }

  /**
   * Makes what a client needs: the certificates in this file.
   *
   * @return a TLS context that trusts them and no others
   * @throws IllegalArgumentException with one clear line if the file is not usable
   */
  SSLContext clientContext() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load());
      return context(null, trust.getTrustManagers());
    } catch (GeneralSecurityException wrong) {
      throw unusable(wrong);
    }
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }

  private KeyStore load() throws GeneralSecurityException {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "The key store " + path + " cannot be read: name an existing file.");
    }
    try {
      return KeyStore.getInstance(path.toFile(), password.toCharArray());
    } catch (IOException wrong) {
      throw unusable(wrong);
    }
  }

  private IllegalArgumentException unusable(Exception wrong) {
    return new IllegalArgumentException(
        "The key store " + path + " cannot be used: its password is wrong, or it is damaged.",
        wrong);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "TlsFile[" + path + "]";
  }
}
