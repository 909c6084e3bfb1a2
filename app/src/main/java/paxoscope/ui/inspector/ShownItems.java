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

  /**
   * All went, and then all came. As one replacement it would say the same, but a list view then
   * marks each of the new items as changed, one by one, and also those that nobody sees.
   */
  private final class Exchange extends ListChangeListener.Change<T> {
    private static final int NOT_BEGUN = -1;
    private static final int GONE = 0;
    private static final int COME = 1;

    private final List<T> before;
    private int part = NOT_BEGUN;

    Exchange(List<T> before) {
      super(ShownItems.this);
      this.before = before;
    }

    @Override
    public boolean next() {
      if (part == NOT_BEGUN && !before.isEmpty()) {
        part = GONE;
        return true;
      }
      boolean more = part != COME && !items.isEmpty();
      part = COME;
      return more;
    }

    @Override
    public void reset() {
      part = NOT_BEGUN;
    }

    @Override
    public int getFrom() {
      return 0;
    }

    @Override
    public int getTo() {
      return part == COME ? items.size() : 0;
    }

    @Override
    public List<T> getRemoved() {
      return part == GONE ? before : List.of();
    }

    @Override
    protected int[] getPermutation() {
      return new int[0];
    }
  }
}
