package paxoscope.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Numbers that are only ever appended, each at least as high as the last; four bytes for one. */
final class Numbers {

  private int[] numbers = new int[8];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  boolean endsWith(int number) {
    return size > 0 && numbers[size - 1] == number;
  }

  /** How many of them are at most {@code limit}. */
  int countUpTo(int limit) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All that are there now. */
  Snapshot all() {
    return first(size);
  }

  /** The first {@code count} of them; what is appended later does not change the result. */
  Snapshot first(int count) {
    return new Snapshot(numbers, count);
  }

  /** A part of the numbers that stays as it is. */
  static final class Snapshot extends AbstractList<Integer> implements RandomAccess {
    private final int[] numbers;
    private final int size;

    // The array may be shared: places below the size are never written again.
    private Snapshot(int[] numbers, int size) {
      this.numbers = numbers;
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return numbers[java.util.Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
