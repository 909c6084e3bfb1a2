package paxoscope.app;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar tells it. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {
      "Paxoscope " + (version == null ? "(built from source)" : version),
      "Java " + Runtime.version()
    };
  }
}
