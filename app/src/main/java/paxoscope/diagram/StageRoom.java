package paxoscope.diagram;

import paxoscope.picture.Ring;

/**
 * The room of a stage on paper: the servers' cards on a ring.
 *
 * @param width its width
 * @param height its height
 * @param font the usual size of text
 * @param servers how many cards there are
 */
record StageRoom(double width, double height, double font, int servers) {

  private static final double CARD_WIDTH = 16.5;
  private static final double CARD_HEIGHT = 8.6;

  /** A card's place. */
  record Place(double x, double y, double width, double height) {
    double middleX() {
      return x + width / 2;
    }

    double middleY() {
      return y + height / 2;
    }
  }

  double em(double count) {
    return count * font;
  }

  /** Where the card of a server is, counted from 0. */
  Place place(int index) {
    double wide = em(CARD_WIDTH);
    double high = em(CARD_HEIGHT);
    Ring ring = new Ring(servers);
    double top = em(3.2);
    double bottom = em(1.5);
    double radiusX = (width - wide - em(4)) / 2;
    double radiusY = (height - high - top - bottom) / 2;
    double x = width / 2 + radiusX * ring.across(index);
    double y = top + high / 2 + radiusY * (1 + ring.down(index));
    return new Place(x - wide / 2, y - high / 2, wide, high);
  }

  /** Whether other cards may stand below a card, so that what waits belongs above it. */
  boolean isBelowTheTop(int index) {
    return new Ring(servers).down(index) > -1;
  }

  /** The way from the edge of one card to the edge of another. */
  Way between(int from, int to) {
    Place one = place(from);
    Place other = place(to);
    return new Way(
        edge(one.middleX(), other.middleX(), leave(one, other)),
        edge(one.middleY(), other.middleY(), leave(one, other)),
        edge(other.middleX(), one.middleX(), leave(other, one)),
        edge(other.middleY(), one.middleY(), leave(other, one)));
  }

  private static double edge(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** Which share of the way between two middles lies inside the first card. */
  private static double leave(Place from, Place to) {
    double dx = Math.abs(to.middleX() - from.middleX());
    double dy = Math.abs(to.middleY() - from.middleY());
    double across = dx == 0 ? 1 : from.width() / 2 / dx;
    double down = dy == 0 ? 1 : from.height() / 2 / dy;
    return Math.min(across, down);
  }
}
