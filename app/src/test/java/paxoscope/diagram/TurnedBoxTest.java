package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the areas of the Java library. */
class TurnedBoxTest {

  private static TurnedBox any(Random random) {
    double angle = random.nextDouble(-1.6, 1.6);
    return new TurnedBox(
        random.nextDouble(100),
        random.nextDouble(100),
        random.nextDouble(2, 40),
        random.nextDouble(2, 10),
        Math.cos(angle),
        Math.sin(angle));
  }

  private static Area area(TurnedBox box) {
    Area area =
        new Area(
            new Rectangle2D.Double(
                -box.halfWidth(), -box.halfHeight(), 2 * box.halfWidth(), 2 * box.halfHeight()));
    area.transform(AffineTransform.getRotateInstance(box.cos(), box.sin()));
    area.transform(AffineTransform.getTranslateInstance(box.x(), box.y()));
    return area;
  }

  @Test
  void boxesOverlapIfTheirAreasDo() {
    Random random = new Random(1);
    int overlapping = 0;
    for (int i = 0; i < 2_000; i++) {
      TurnedBox one = any(random);
      TurnedBox other = any(random);
      Area both = area(one);
      both.intersect(area(other));
      assertEquals(!both.isEmpty(), one.overlaps(other), one + " and " + other);
      overlapping += both.isEmpty() ? 0 : 1;
    }
    assertTrue(overlapping > 300 && overlapping < 1_700, overlapping + " overlap");
  }

  @Test
  void aLineCrossesABoxIfItEntersItsArea() {
    Random random = new Random(2);
    int crossing = 0;
    for (int i = 0; i < 2_000; i++) {
      TurnedBox box = any(random);
      Way way =
          new Way(
              random.nextDouble(100),
              random.nextDouble(100),
              random.nextDouble(100),
              random.nextDouble(100));
      AffineTransform back = new AffineTransform();
      back.rotate(box.cos(), -box.sin());
      back.translate(-box.x(), -box.y());
      double[] ends = {way.x1(), way.y1(), way.x2(), way.y2()};
      back.transform(ends, 0, ends, 0, 2);
      boolean crosses =
          new Line2D.Double(ends[0], ends[1], ends[2], ends[3])
              .intersects(
                  -box.halfWidth(), -box.halfHeight(), 2 * box.halfWidth(), 2 * box.halfHeight());
      assertEquals(crosses, box.isCrossedBy(way), way + " and " + box);
      crossing += crosses ? 1 : 0;
    }
    assertTrue(crossing > 300 && crossing < 1_700, crossing + " cross");
  }
}
