package paxoscope.app;

import java.util.concurrent.Callable;
import paxoscope.cluster.ClusterChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paxoscope}: the window. */
@Command(
    name = "paxoscope",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = ConsoleCommand.class,
    description = "Shows Basic Paxos at work on real server processes.",
    footer = "%n  paxoscope node ...   runs one server process; see: paxoscope node --help")
final class PaxoscopeCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Override
  public Integer call() throws ReflectiveOperationException {
    return (Integer)
        Class.forName("paxoscope.ui.PaxoscopeWindow")
            .getMethod("open", ClusterChoice.class)
            .invoke(null, cluster.choice());
  }
}
