package paxoscope.command;

import java.util.List;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Link;

/**
 * Understands which links are cut or healed.
 *
 * @param servers the servers of the cluster
 */
record WireParser(ServerNames servers) {

  /**
   * Reads what follows {@code cut} or {@code heal}: two servers for one direction, with a dash
   * between them for both.
   *
   * @param cut whether they are cut
   * @param words what follows
   * @return the command
   * @throws CommandException with one clear line if it cannot be understood
   */
  Command parse(boolean cut, List<String> words) throws CommandException {
    if (!cut && words.size() == 1 && words.getFirst().equalsIgnoreCase("all")) {
      return new Command.HealAll();
    }
    boolean dashed = words.size() == 3 && words.get(1).equals("-");
    if (words.size() != 2 && !dashed) {
      throw new CommandException(
          "Which link? Write " + (cut ? CommandForms.CUT : CommandForms.HEAL) + ".");
    }
    ServerId from = servers.find(words.getFirst());
    ServerId to = servers.find(words.get(dashed ? 2 : 1));
    if (from.equals(to)) {
      throw new CommandException(
          "There is no link from %s to itself: name two servers.".formatted(from));
    }
    Link link = new Link(from, to);
    return new Command.Wire(dashed ? List.of(link, link.back()) : List.of(link), cut);
  }
}
