package paxoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.AtOnce;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.director.OneRun;
import paxoscope.director.Presence;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/** What each server holds, in aligned columns. */
final class StatusTable {

  private static final List<String> HEADING =
      List.of("server", "address", "state", "promised", "accepted", "file");

  /** What a server told of itself, or why it is not a server of this cluster. */
  private record Answer(Presence presence, Optional<String> obstacle) {
    static Answer of(Cluster cluster, ServerId server) {
      try {
        return new Answer(cluster.presence(server), Optional.empty());
      } catch (ClusterException obstacle) {
        return new Answer(Presence.SILENT, Optional.of(obstacle.getMessage()));
      }
    }
  }

  private StatusTable() {}

  /**
   * Asks all servers, and prints the table.
   *
   * @param cluster whom to ask
   * @param output where to print
   */
  static void print(Cluster cluster, CommandOutput output) {
    List<List<String>> rows = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    List<NodeState> states = new ArrayList<>();
    rows.add(HEADING);
    List<ServerId> servers = new Membership(cluster.ports().size()).servers();
    List<Answer> answers = AtOnce.ask(cluster, servers, server -> Answer.of(cluster, server));
    for (ServerId server : servers) {
      Answer answer = answers.get(server.number() - 1);
      answer.presence().state().ifPresent(states::add);
      answer.obstacle().ifPresent(obstacles::add);
      rows.add(row(server, cluster.addresses().get(server.number() - 1), answer));
    }
    int[] widths =
        IntStream.range(0, HEADING.size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    for (int i = 0; i < rows.size(); i++) {
      output.line(tone(i, rows.get(i)), aligned(rows.get(i), widths));
    }
    List<ServerId> strangers = OneRun.strangers(states);
    if (!strangers.isEmpty()) {
      output.line(Tone.LOSS, OneRun.told(strangers));
    }
    obstacles.forEach(obstacle -> output.line(Tone.ERROR, obstacle));
  }

  private static Tone tone(int index, List<String> row) {
    if (index == 0) {
      return Tone.QUIET;
    }
    return row.get(2).startsWith("up") ? Tone.PLAIN : Tone.LOSS;
  }

  private static List<String> row(ServerId server, String address, Answer answer) {
    return answer
        .presence()
        .state()
        .map(node -> row(server, address, node))
        .orElseGet(() -> List.of(server.toString(), address, absent(answer), "", "", ""));
  }

  private static String absent(Answer answer) {
    if (answer.obstacle().isPresent()) {
      return "no access";
    }
    return switch (answer.presence().kind()) {
      case DOWN -> "down";
      case PAUSED -> "paused";
      case SILENT -> "no answer";
      case ANSWERS -> throw new IllegalStateException("It told its state: " + answer);
    };
  }

  private static List<String> row(ServerId server, String address, NodeState node) {
    return List.of(
        server.toString(),
        address,
        held(node),
        node.promised().map(ProposalNumber::toString).orElse("-"),
        node.accepted().map(StatusTable::show).orElse("-"),
        node.fileContents().isEmpty() ? "(empty)" : ShownText.of(node.fileContents()));
  }

  private static String held(NodeState node) {
    String gate =
        switch (node.gate()) {
          case OPEN -> "up";
          case HOLD -> "up, held" + node.driver().map(driver -> " by " + driver).orElse("");
        };
    return node.held() == 0 ? gate : gate + ", " + node.held() + " waiting";
  }

  private static String show(Proposal proposal) {
    return proposal.number() + " = " + ShownText.of(proposal.value().text());
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).repeat(' ', widths[column] - width(cell) + 2);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
