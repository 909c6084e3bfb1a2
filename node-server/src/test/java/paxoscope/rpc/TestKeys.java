package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a key and a certificate for the loopback names with the JDK's own tool. */
final class TestKeys {

  private static final String PASSWORD = "changeit";

  private TestKeys() {}

  /** A self-made certificate is its own trust anchor: the file serves both sides. */
  static TlsFile make(Path folder) throws IOException, InterruptedException {
    Path path = folder.resolve("keys.p12");
    keytool(
        path,
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=node",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost"));
    return new TlsFile(path, PASSWORD);
  }

  /** Writes the certificate in the form that other programs read. */
  static Path exportCertificate(TlsFile keys) throws IOException, InterruptedException {
    Path certificate = keys.path().resolveSibling("node.pem");
    keytool(keys.path(), List.of("-exportcert", "-rfc", "-file", certificate.toString()));
    return certificate;
  }

  private static void keytool(Path store, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of("-alias", "node", "-storepass", PASSWORD, "-keystore", store.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }
}
