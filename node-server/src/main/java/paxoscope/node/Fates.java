package paxoscope.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import paxoscope.journal.Delivery;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/**
 * What became of the items that have left the gate, as far as it is remembered: so that a call that
 * comes twice gets one answer, and the texts of a call can be read afterwards.
 */
final class Fates {

  private static final int DELIVERIES = 10_000;
  private static final int DROPS = 10_000;
  private static final int COPIES = 1_000;
  private static final int EXCHANGE_CHARACTERS = 4 * 1024 * 1024;

  /**
   * A copy that was made with a token.
   *
   * @param original what was doubled
   * @param copy the id of the copy
   */
  record Copy(String original, String copy) {
    String of(String id) {
      if (!id.equals(original)) {
        throw new NodeFault(
            NodeFault.Code.BAD_PARAMETER,
            "This token was given for '%s', not for '%s': take another one."
                .formatted(original, id));
      }
      return copy;
    }
  }

  private record Call(Set<String> ids, int characters) {}

  private final Map<String, CompletableFuture<Delivery>> deliveries = new LinkedHashMap<>();
  private final Map<String, Copy> copies = new LinkedHashMap<>();
  private final Set<String> drops = new LinkedHashSet<>();
  private final Map<String, NodeApi.Exchange> exchanges = new LinkedHashMap<>();
  private final Deque<Call> calls = new ArrayDeque<>();
  private int characters;

  Optional<CompletableFuture<Delivery>> delivery(String id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  /** An item leaves the gate: whoever releases it again gets the same answer. */
  CompletableFuture<Delivery> begin(String id) {
    CompletableFuture<Delivery> delivery = new CompletableFuture<>();
    deliveries.put(id, delivery);
    if (deliveries.size() > DELIVERIES) {
      deliveries.remove(deliveries.keySet().iterator().next());
    }
    return delivery;
  }

  /** Ends the wait for all deliveries under way: the node stops. */
  void stop() {
    deliveries.values().forEach(delivery -> delivery.completeExceptionally(Mailbox.notAvailable()));
  }

  void drop(String id) {
    drops.add(id);
    if (drops.size() > DROPS) {
      drops.remove(drops.iterator().next());
    }
  }

  boolean isDropped(String id) {
    return drops.contains(id);
  }

  Optional<Copy> copy(String token) {
    return Optional.ofNullable(copies.get(token));
  }

  void remember(String token, Copy copy) {
    copies.put(token, copy);
    if (copies.size() > COPIES) {
      copies.remove(copies.keySet().iterator().next());
    }
  }

  /**
   * Remembers the texts of a call.
   *
   * @param ids the items it carried, request first
   * @param exchange the texts
   */
  void remember(Set<String> ids, NodeApi.Exchange exchange) {
    int size = exchange.request().length() + exchange.response().map(String::length).orElse(0);
    ids.forEach(id -> exchanges.put(id, exchange));
    calls.addLast(new Call(Set.copyOf(ids), size));
    characters += size;
    while (characters > EXCHANGE_CHARACTERS && calls.size() > 1) {
      Call oldest = calls.removeFirst();
      oldest.ids().forEach(exchanges::remove);
      characters -= oldest.characters();
    }
  }

  Optional<NodeApi.Exchange> exchange(String id) {
    return Optional.ofNullable(exchanges.get(id));
  }
}
