package paxoscope.protocol;

import java.util.Arrays;

/**
 * One state of the model: the servers, the messages on their way, all that ever happened, and what
 * may still go wrong. Servers, messages and histories are numbers of the model's catalogues.
 *
 * @param servers the state of each server, S1 first
 * @param network the messages on their way, ascending; one that is there twice arrives twice
 * @param history what has ever happened
 * @param losses how many messages may still be lost
 * @param duplicates how many copies may still arrive
 * @param crashes how many times a server may still crash
 */
record World(int[] servers, int[] network, int history, int losses, int duplicates, int crashes) {

  World with(int server, int node, int[] sent, int newHistory) {
    int[] changed = servers.clone();
    changed[server] = node;
    int[] more = Arrays.copyOf(network, network.length + sent.length);
    System.arraycopy(sent, 0, more, network.length, sent.length);
    Arrays.sort(more);
    return new World(changed, more, newHistory, losses, duplicates, crashes);
  }

  World without(int index) {
    int[] fewer = new int[network.length - 1];
    System.arraycopy(network, 0, fewer, 0, index);
    System.arraycopy(network, index + 1, fewer, index, fewer.length - index);
    return new World(servers, fewer, history, losses, duplicates, crashes);
  }

  World withLosses(int left) {
    return new World(servers, network, history, left, duplicates, crashes);
  }

  World withDuplicates(int left) {
    return new World(servers, network, history, losses, left, crashes);
  }

  World withCrashes(int left) {
    return new World(servers, network, history, losses, duplicates, left);
  }

  /**
   * A 64-bit hash that stands for the state. Among ten million states the chance that two of them
   * share one is below one in 300,000.
   */
  long fingerprint() {
    long hash = mix(mix(mix(mix(0, history), losses), duplicates), crashes);
    for (int server : servers) {
      hash = mix(hash, server);
    }
    for (int message : network) {
      hash = mix(hash, message + 0x5bd1e995L);
    }
    return hash;
  }

  // The finisher of MurmurHash3, over what was mixed in so far.
  private static long mix(long hash, long more) {
    long mixed = (hash ^ more) * 0xff51afd7ed558ccdL + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 29);
  }
}
