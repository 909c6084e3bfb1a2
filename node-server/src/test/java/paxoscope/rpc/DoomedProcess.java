package paxoscope.rpc;

import java.lang.reflect.Proxy;

/** The main class of a process that publishes a node which dies when it is told to crash. */
final class DoomedProcess {

  private DoomedProcess() {}

  public static void main(String[] arguments) {
    RecordingNode node = new RecordingNode();
    NodeApi doomed =
        (NodeApi)
            Proxy.newProxyInstance(
                DoomedProcess.class.getClassLoader(),
                new Class<?>[] {NodeApi.class},
                (_, method, parameters) -> {
                  if (method.getName().equals("crash")) {
                    Runtime.getRuntime().halt(137);
                  }
                  return method.invoke(node, parameters);
                });
    NodeServer server = new NodeServer("127.0.0.1", 0, Access.LOCAL, Samples.S2, Samples.FIVE);
    server.start(doomed);
    System.out.println(server.port());
  }
}
