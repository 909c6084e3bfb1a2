package paxoscope.cluster;

import java.util.ArrayList;
import java.util.List;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;

/**
 * The box diagrams of the lectures, written down once more and apart from the scenario files, for
 * any two proposers of five servers.
 */
final class SlideBoxes {

  private final ServerId a;
  private final ServerId b;
  private final ServerId p;
  private final ServerId m;
  private final ServerId q;
  private final String x;
  private final String y;
  private final List<Box> boxes = new ArrayList<>();

  SlideBoxes(int a, int b, String x, String y) {
    this.a = new ServerId(a);
    this.b = new ServerId(b);
    List<ServerId> others =
        java.util.stream.IntStream.rangeClosed(1, 5)
            .filter(server -> server != a && server != b)
            .mapToObj(ServerId::new)
            .toList();
    this.p = others.get(0);
    this.m = others.get(1);
    this.q = others.get(2);
    this.x = x;
    this.y = y;
  }

  List<Box> previousValueAlreadyChosen() {
    ProposalNumber na = new ProposalNumber(3, a);
    ProposalNumber nb = new ProposalNumber(4, b);
    prepare("t1", na, a, p, m);
    accept("t2", na, x, a, p, m);
    prepare("t3", nb, m, q, b);
    accept("t4", nb, x, m, q, b);
    return boxes;
  }

  List<Box> previousValueNotChosenButSeen() {
    ProposalNumber na = new ProposalNumber(3, a);
    ProposalNumber nb = new ProposalNumber(4, b);
    prepare("t1", na, a, p, m);
    accept("t2", na, x, m);
    prepare("t3", nb, m, q, b);
    accept("t4", na, x, a, p);
    accept("t4", nb, x, m, q, b);
    return boxes;
  }

  List<Box> previousValueNotChosenAndNotSeen() {
    ProposalNumber na = new ProposalNumber(3, a);
    ProposalNumber nb = new ProposalNumber(4, b);
    prepare("t1", na, a, p, m);
    accept("t2", na, x, a);
    prepare("t3", nb, m, q, b);
    accept("t4", na, x, p);
    refuse("t4", na, x, m);
    accept("t4", nb, y, q, b);
    accept("t5", nb, y, m);
    return boxes;
  }

  /** The seven columns of the slide; the scenario goes on after them. */
  List<Box> livelock() {
    int roundOfB = b.number() > a.number() ? 3 : 4;
    ProposalNumber firstOfA = new ProposalNumber(3, a);
    ProposalNumber firstOfB = new ProposalNumber(roundOfB, b);
    ProposalNumber secondOfA = new ProposalNumber(roundOfB + 1, a);
    ProposalNumber secondOfB = new ProposalNumber(roundOfB + 2, b);
    prepare("t1", firstOfA, a, p, m);
    prepare("t2", firstOfB, m, q, b);
    accept("t3", firstOfA, x, a, p);
    refuse("t3", firstOfA, x, m);
    prepare("t4", secondOfA, a, p, m);
    refuse("t5", firstOfB, y, m);
    accept("t5", firstOfB, y, q, b);
    prepare("t6", secondOfB, m, q, b);
    accept("t7", secondOfA, x, a, p);
    refuse("t7", secondOfA, x, m);
    return boxes;
  }

  private void prepare(String column, ProposalNumber number, ServerId... servers) {
    for (ServerId server : servers) {
      boxes.add(new Box(column, server, 1, number, "", false));
    }
  }

  private void accept(String column, ProposalNumber number, String value, ServerId... servers) {
    for (ServerId server : servers) {
      boxes.add(new Box(column, server, 2, number, value, false));
    }
  }

  private void refuse(String column, ProposalNumber number, String value, ServerId server) {
    boxes.add(new Box(column, server, 2, number, value, true));
  }
}
