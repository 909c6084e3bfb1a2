package paxoscope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** What those who listen to the items of a list view are told. */
class ShownItemsTest {

  private static final List<List<String>> LISTS =
      List.of(List.of(), List.of("a"), List.of("b", "c"), List.of("a", "b", "c"), List.of("d"));

  @Test
  void whoeverFollowsTheChangesHasTheSameItems() {
    for (List<String> first : LISTS) {
      for (List<String> second : LISTS) {
        ShownItems<String> items = new ShownItems<>();
        List<String> followed = new ArrayList<>();
        items.addListener((ListChangeListener<String>) change -> follow(change, followed));
        items.show(first);
        assertEquals(first, followed);
        items.show(second);
        assertEquals(second, followed);
      }
    }
  }

  @Test
  void aChangeCanBeReadOnceMore() {
    ShownItems<String> items = new ShownItems<>();
    items.show(List.of("a", "b"));
    List<String> followed = new ArrayList<>(items);
    items.addListener(
        (ListChangeListener<String>)
            change -> {
              follow(change, new ArrayList<>(followed));
              change.reset();
              follow(change, followed);
            });
    items.show(List.of("c"));
    assertEquals(List.of("c"), followed);
  }

  @Test
  void nothingIsReplacedForListViewsLookAtEachItemThatIs() {
    ShownItems<String> items = new ShownItems<>();
    items.show(List.of("a", "b"));
    items.addListener(
        (ListChangeListener<String>)
            change -> {
              while (change.next()) {
                assertFalse(change.wasReplaced());
              }
            });
    items.show(List.of("c", "d"));
  }

  private static void follow(
      ListChangeListener.Change<? extends String> change, List<String> followed) {
    while (change.next()) {
      followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      followed.addAll(change.getFrom(), change.getAddedSubList());
    }
  }
}
