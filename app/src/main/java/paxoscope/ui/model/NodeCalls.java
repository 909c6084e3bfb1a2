package paxoscope.ui.model;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paxoscope.director.ClusterException;
import paxoscope.files.RunFileException;
import paxoscope.scenario.ScenarioException;

/**
 * Makes calls that reach nodes, away from the window's thread and one after another, and brings the
 * answers back to it.
 *
 * @param worker does the calls, one at a time
 * @param window the window's thread
 */
public record NodeCalls(Executor worker, Executor window) {

  private static final System.Logger LOG = System.getLogger(NodeCalls.class.getName());

  /**
   * Makes a call.
   *
   * @param call what to do; may take long
   * @param answered takes the answer, on the window's thread
   * @param failed takes one clear line if it fails, on the window's thread
   * @param <T> the kind of answer
   */
  public <T> void make(Supplier<T> call, Consumer<T> answered, Consumer<String> failed) {
    try {
      worker.execute(() -> window.execute(outcome(call, answered, failed)));
    } catch (RejectedExecutionException closed) {
      // The window is closed while a run still plays: nobody waits for the answer any more.
      LOG.log(System.Logger.Level.DEBUG, "A call came after the end.", closed);
    }
  }

  private static <T> Runnable outcome(
      Supplier<T> call, Consumer<T> answered, Consumer<String> failed) {
    try {
      T answer = call.get();
      return () -> answered.accept(answer);
    } catch (ClusterException
        | RunFileException
        | ScenarioException
        | IllegalArgumentException wrong) {
      return () -> failed.accept(wrong.getMessage());
    } catch (RuntimeException | Error unforeseen) {
      LOG.log(System.Logger.Level.ERROR, "A call to the nodes failed.", unforeseen);
      return () ->
          failed.accept(
              "Something unforeseen went wrong (" + unforeseen + "). Restart, and try again.");
    }
  }
}
