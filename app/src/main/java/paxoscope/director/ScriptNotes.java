package paxoscope.director;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.ClusterState;

/**
 * Notes which step of a script each task comes from, and which steps found nothing to do. May be
 * asked from any thread.
 */
final class ScriptNotes {

  private final Map<Task, ScriptStep> own = new IdentityHashMap<>();
  private final Map<Task, ScriptStep> inherited = new IdentityHashMap<>();
  private final Set<ScriptStep> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<ScriptStep> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<PassedOver> passedOver = new ArrayList<>();

  /** A step of the script begins as this task. */
  synchronized <T extends Task> T begins(T task, ScriptStep step) {
    own.put(task, step);
    return task;
  }

  /** A step is played more than once. */
  synchronized void repeats(ScriptStep step) {
    repeated.add(step);
  }

  synchronized Optional<ScriptStep> of(Task task) {
    return Optional.ofNullable(own.getOrDefault(task, inherited.get(task)));
  }

  /** The task has planned something, and that was carried out. */
  synchronized void taken(Task task) {
    of(task).ifPresent(found::add);
  }

  /** The task is done, and others come in its place. */
  synchronized void done(Task task, List<Task> instead, int taken, ClusterState state) {
    ScriptStep step = own.remove(task);
    ScriptStep origin = step == null ? inherited.remove(task) : step;
    if (origin != null) {
      instead.forEach(other -> inherited.put(other, origin));
    }
    if (step != null && !task.missed().isEmpty() && isNew(step)) {
      passedOver.add(
          new PassedOver(
              step,
              task.missed(),
              taken,
              state.held().stream().filter(item -> !item.orphaned()).toList()));
    }
  }

  private boolean isNew(ScriptStep step) {
    return !repeated.contains(step) || passedOver.stream().noneMatch(one -> one.step() == step);
  }

  synchronized List<PassedOver> passedOver() {
    return passedOver.stream()
        .filter(one -> !repeated.contains(one.step()) || !found.contains(one.step()))
        .toList();
  }
}
