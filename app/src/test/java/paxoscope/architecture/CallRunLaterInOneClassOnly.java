package paxoscope.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the classes that use {@code Platform.runLater}; more than one is a violation. */
final class CallRunLaterInOneClassOnly extends ArchCondition<JavaClass> {

  private final SortedMap<String, JavaAccess<?>> useByClass = new TreeMap<>();

  CallRunLaterInOneClassOnly() {
    super("call Platform.runLater in one class only");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    // Calls and method references alike; a nested class counts as the class around it.
    type.getAccessesFromSelf().stream()
        .filter(access -> access.getTargetOwner().isEquivalentTo(javafx.application.Platform.class))
        .filter(access -> access.getTarget().getName().equals("runLater"))
        .forEach(access -> useByClass.putIfAbsent(outermost(type), access));
  }

  @Override
  public void finish(ConditionEvents events) {
    if (useByClass.size() > 1) {
      useByClass
          .values()
          .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
    }
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass()
        .map(CallRunLaterInOneClassOnly::outermost)
        .orElse(type.getName());
  }
}
