package paxoscope.ui.inspector;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/**
 * The items of a list view: always all of another list, which is not copied. Whoever exchanges the
 * list looks at no item, so that it costs the same however many there are.
 *
 * @param <T> what is listed
 */
final class ShownItems<T> extends ObservableListBase<T> {

  private List<T> items = List.of();

  /** Shows another list. */
  void show(List<T> next) {
    List<T> before = items;
    items = next;
    if (!before.isEmpty() || !next.isEmpty()) {
      fireChange(new Exchange(before));
    }
  }

  @Override
  public T get(int place) {
    return items.get(place);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public int indexOf(Object item) {
    return items.indexOf(item);
  }

  /** All went, and all came. */
  private final class Exchange extends ListChangeListener.Change<T> {
    private final List<T> before;
    private boolean read;

    Exchange(List<T> before) {
      super(ShownItems.this);
      this.before = before;
    }

    @Override
    public boolean next() {
      boolean first = !read;
      read = true;
      return first;
    }

    @Override
    public void reset() {
      read = false;
    }

    @Override
    public int getFrom() {
      return 0;
    }

    @Override
    public int getTo() {
      return items.size();
    }

    @Override
    public List<T> getRemoved() {
      return before;
    }

    @Override
    protected int[] getPermutation() {
      return new int[0];
    }
  }
}
