package paxoscope.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold in every state of every run. */
enum Property {
  /** Only one value is ever chosen, taken for chosen by a proposer, or learned. */
  AGREEMENT {
    @Override
    boolean holds(View view) {
      Set<Value> values = new HashSet<>();
      view.chosen.forEach(proposal -> values.add(proposal.value()));
      view.history.decided().forEach(proposal -> values.add(proposal.value()));
      for (Participant server : view.servers) {
        server.learner().committed().ifPresent(proposal -> values.add(proposal.value()));
      }
      return values.size() <= 1;
    }
  },

  /** P2a: what is accepted under a number above that of a chosen proposal has its value. */
  CHOSEN_VALUE_IS_KEPT {
    @Override
    boolean holds(View view) {
      for (Proposal chosen : view.chosen) {
        for (History.Acceptance acceptance : view.history.acceptances()) {
          Proposal other = acceptance.proposal();
          if (other.number().isHigherThan(chosen.number())
              && !other.value().equals(chosen.value())) {
            return false;
          }
        }
      }
      return true;
    }
  },

  /** Only a value that a client has asked for is ever accepted, and so chosen. */
  VALIDITY {
    @Override
    boolean holds(View view) {
      for (History.Acceptance acceptance : view.history.acceptances()) {
        if (!view.history.wanted().contains(acceptance.proposal().value())) {
          return false;
        }
      }
      return true;
    }
  },

  /** What a proposer takes for chosen, and what a learner learns, is chosen. */
  KNOWLEDGE {
    @Override
    boolean holds(View view) {
      for (Participant server : view.servers) {
        Optional<Proposal> committed = server.learner().committed();
        if (committed.isPresent() && !view.chosen.contains(committed.get())) {
          return false;
        }
      }
      return view.chosen.containsAll(view.history.decided());
    }
  },

  /** No acceptor's promise is ever below one that it gave before, not even after a crash. */
  PROMISES_NEVER_DECREASE {
    @Override
    boolean holds(View view) {
      for (Participant server : view.servers) {
        ProposalNumber highest = view.history.promised().get(server.self());
        Optional<ProposalNumber> now = server.acceptor().promised();
        if (highest != null && (now.isEmpty() || highest.isHigherThan(now.get()))) {
          return false;
        }
      }
      return true;
    }
  },

  /** No server is ever sent what no correct cluster sends. */
  NO_VIOLATION {
    @Override
    boolean holds(View view) {
      return view.history.violations().isEmpty();
    }
  };

  /**
   * A state as properties see it.
   *
   * @param servers the servers, S1 first
   * @param history what has ever happened
   * @param chosen the proposals chosen so far
   */
  record View(List<Participant> servers, History history, Set<Proposal> chosen) {}

  abstract boolean holds(View view);
}
