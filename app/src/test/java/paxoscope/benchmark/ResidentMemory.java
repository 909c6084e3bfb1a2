package paxoscope.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How much memory of the machine a process holds, as Linux tells it in {@code /proc}. */
final class ResidentMemory {

  private static final String RESIDENT = "VmRSS:";
  private static final double KIB_PER_MIB = 1024;

  private ResidentMemory() {}

  /**
   * Asks for a process.
   *
   * @param process which runs
   * @return MiB, what it shares with others included; empty on a system that is not Linux
   */
  static OptionalDouble mebibytes(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalDouble.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
          .findFirst();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
