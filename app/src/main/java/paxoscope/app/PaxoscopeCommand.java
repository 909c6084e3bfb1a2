package paxoscope.app;

import java.util.List;
import java.util.concurrent.Callable;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.StoredScenarios;
import paxoscope.files.ScenarioLibrary;
import paxoscope.files.UserFolders;
import paxoscope.rpc.NodeAddress;
import paxoscope.ui.PaxoscopeWindow;
import paxoscope.ui.WindowOptions;
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
  public Integer call() {
    ClusterChoice choice = cluster.choice();
    try {
      return PaxoscopeWindow.open(
          new WindowOptions(
              () -> OpenProgram.open(choice).director(),
              ports(choice),
              new StoredScenarios(ScenarioLibrary.load()),
              UserFolders.ofThisUser().state().resolve("window.properties")));
    } catch (IllegalArgumentException wrong) {
      System.err.println("paxoscope: " + wrong.getMessage());
      return 1;
    }
  }

  private static List<Integer> ports(ClusterChoice choice) {
    return switch (choice) {
      case ClusterChoice.Own own -> own.ports();
      case ClusterChoice.Running running ->
          running.addresses().stream().map(text -> NodeAddress.parse(text).port()).toList();
    };
  }
}
