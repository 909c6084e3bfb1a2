package paxoscope.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/**
 * What waits at a node before it leaves, in the order in which it came. It only keeps: who
 * releases, when, and what happens then is decided elsewhere.
 */
final class OutboundGate {

  /** How many items may wait before new work is refused. */
  static final int CAPACITY = 5_000;

  /**
   * How many characters the values in them may have together, as XML writes them, before new work
   * is refused. All of it is written out at once when somebody asks for it, or opens the gate.
   */
  static final int CAPACITY_CHARACTERS = 1024 * 1024;

  /**
   * Something that waits.
   *
   * @param held as callers see it
   * @param epoch how many times the node had forgotten everything when the item came
   */
  record Item(Held held, int epoch) {}

  private final ServerId self;
  private final int incarnation;
  private Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Alarms.Alarm> alarms = new LinkedHashMap<>();
  private GateMode mode;
  private int delayMillis;
  private int lastId;
  private int characters;

  OutboundGate(ServerId self, int incarnation, GateMode mode) {
    this.self = self;
    this.incarnation = incarnation;
    this.mode = mode;
  }

  Item add(Outbound content, Optional<Integer> timerMillis, String run, int epoch) {
    Item item = new Item(held(content, timerMillis, run), epoch);
    items.put(item.held().id(), item);
    characters += TextWeight.of(content);
    return item;
  }

  private Held held(Outbound content, Optional<Integer> timerMillis, String run) {
    lastId++;
    String id = self + "-" + incarnation + "-" + lastId;
    return new Held(id, self, content, timerMillis, run, incarnation);
  }

  /** Puts a copy right behind an item that waits. */
  Item duplicate(Item original) {
    Held held = original.held();
    Item copy = new Item(held(held.content(), held.delayMillis(), held.run()), original.epoch());
    Map<String, Item> longer = new LinkedHashMap<>();
    for (Item item : items.values()) {
      longer.put(item.held().id(), item);
      if (item.equals(original)) {
        longer.put(copy.held().id(), copy);
      }
    }
    items = longer;
    characters += TextWeight.of(copy.held().content());
    return copy;
  }

  Optional<Item> find(String id) {
    return Optional.ofNullable(items.get(id));
  }

  Optional<Item> findFirst(Predicate<Outbound> wanted) {
    return items.values().stream().filter(item -> wanted.test(item.held().content())).findFirst();
  }

  /** Takes an item out, and ends its wait for the clock. */
  void remove(Item item) {
    if (items.remove(item.held().id()) != null) {
      characters -= TextWeight.of(item.held().content());
    }
    cancelAlarm(item.held().id());
  }

  void clear() {
    items.clear();
    characters = 0;
    cancelAlarms();
  }

  /** Remembers that an item leaves by itself when this alarm goes off. */
  void waits(Item item, Alarms.Alarm alarm) {
    alarms.put(item.held().id(), alarm);
  }

  /** From now on nothing leaves by itself. */
  void cancelAlarms() {
    alarms.values().forEach(Alarms.Alarm::cancel);
    alarms.clear();
  }

  private void cancelAlarm(String id) {
    Alarms.Alarm alarm = alarms.remove(id);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  List<Item> items() {
    return List.copyOf(items.values());
  }

  List<Held> held() {
    List<Held> all = new ArrayList<>(items.size());
    items.values().forEach(item -> all.add(item.held()));
    return all;
  }

  int size() {
    return items.size();
  }

  boolean isFull() {
    return items.size() >= CAPACITY || characters >= CAPACITY_CHARACTERS;
  }

  GateMode mode() {
    return mode;
  }

  void setMode(GateMode newMode) {
    mode = newMode;
  }

  int delayMillis() {
    return delayMillis;
  }

  void setDelayMillis(int millis) {
    delayMillis = millis;
  }
}
