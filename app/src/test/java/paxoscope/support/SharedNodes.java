package paxoscope.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import paxoscope.cluster.LocalCluster;
import paxoscope.director.Cluster;
import paxoscope.journal.GateMode;
import paxoscope.protocol.ServerId;

/**
 * Five real node processes that the tests of one JVM share, for starting them takes longer than
 * most of what is tested on them. They end with the JVM. Each test finds them as if just started.
 */
public final class SharedNodes {

  private static final List<Integer> PORTS = FreePorts.inARow(5);
  private static Cluster running;

  private SharedNodes() {}

  /**
   * Where the nodes listen.
   *
   * @return the ports, in ascending order of the servers
   */
  public static List<Integer> ports() {
    return PORTS;
  }

  /**
   * The nodes, all up, empty and with open gates.
   *
   * @return the cluster; to close it leaves the processes running
   */
  public static synchronized Cluster fresh() {
    if (running == null) {
      running = LocalCluster.start(PORTS);
    }
    String run = "test-" + UUID.randomUUID();
    for (int number = 1; number <= PORTS.size(); number++) {
      ServerId server = new ServerId(number);
      if (running.status(server).isEmpty()) {
        running.recover(server);
      }
      running.restart(server, run);
      running.gate(server, GateMode.OPEN);
    }
    return withoutClosing(running);
  }

  private static Cluster withoutClosing(Cluster cluster) {
    return (Cluster)
        Proxy.newProxyInstance(
            Cluster.class.getClassLoader(),
            new Class<?>[] {Cluster.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(cluster, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
