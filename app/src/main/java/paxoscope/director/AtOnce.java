package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import paxoscope.protocol.ServerId;

/**
 * Asks several servers the same at once: where they are far away, one after the other would take as
 * many times as long.
 */
public final class AtOnce {

  private AtOnce() {}

  /**
   * Asks each server, and waits for all of them.
   *
   * @param cluster runs the calls
   * @param servers whom to ask
   * @param call the question to one of them
   * @param <T> what is answered
   * @return the answers, in the order of the servers
   * @throws ClusterException if a call failed, the one of the first such server; all others have
   *     been made nevertheless
   */
  public static <T> List<T> ask(
      Cluster cluster, List<ServerId> servers, Function<ServerId, T> call) {
    List<CompletableFuture<T>> asked =
        servers.stream()
            .map(
                server ->
                    CompletableFuture.supplyAsync(() -> call.apply(server), cluster.callers()))
            .toList();
    asked.forEach(answer -> answer.handle((_, _) -> "").join());
    List<T> answers = new ArrayList<>();
    for (CompletableFuture<T> answer : asked) {
      try {
        answers.add(answer.join());
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof ClusterException obstacle) {
          throw obstacle;
        }
        throw failed;
      }
    }
    return answers;
  }

  /**
   * Has something done at each server, and waits until it is.
   *
   * @param cluster runs the calls
   * @param servers where
   * @param call what to do at one of them
   * @throws ClusterException as {@link #ask} does
   */
  public static void act(Cluster cluster, List<ServerId> servers, Consumer<ServerId> call) {
    ask(
        cluster,
        servers,
        server -> {
          call.accept(server);
          return server;
        });
  }
}
