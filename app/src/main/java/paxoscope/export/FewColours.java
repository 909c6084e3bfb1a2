package paxoscope.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures of at most 256 colours, as a GIF needs them. The colours that cover most stay what
 * they are: grounds and cards must not change their shade from frame to frame. Only what is rare,
 * the edges of letters, takes the nearest of them.
 */
final class FewColours {

  private static final int MOST = 256;
  private static final int BITS = 8;

  private FewColours() {}

  /** The same picture, in few colours. */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, int[]> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.computeIfAbsent(pixel, _ -> new int[1])[0]++;
    }
    List<Integer> kept =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, int[]> one) -> -one.getValue()[0])
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < kept.size(); place++) {
      places.put(kept.get(place), place);
    }
    byte[] indexes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indexes[i] = places.computeIfAbsent(pixels[i], colour -> nearest(colour, kept)).byteValue();
    }
    BufferedImage few =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours(kept));
    WritableRaster raster = few.getRaster();
    raster.setDataElements(0, 0, width, height, indexes);
    return few;
  }

  private static IndexColorModel colours(List<Integer> kept) {
    byte[] red = new byte[kept.size()];
    byte[] green = new byte[kept.size()];
    byte[] blue = new byte[kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      red[i] = (byte) red(kept.get(i));
      green[i] = (byte) green(kept.get(i));
      blue[i] = (byte) blue(kept.get(i));
    }
    return new IndexColorModel(BITS, kept.size(), red, green, blue);
  }

  private static int nearest(int colour, List<Integer> kept) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int place = 0; place < kept.size(); place++) {
      int other = kept.get(place);
      int distance =
          square(red(colour) - red(other))
              + square(green(colour) - green(other))
              + square(blue(colour) - blue(other));
      if (distance < least) {
        least = distance;
        best = place;
      }
    }
    return best;
  }

  private static int square(int number) {
    return number * number;
  }

  private static int red(int colour) {
    return colour >> 16 & 0xff;
  }

  private static int green(int colour) {
    return colour >> 8 & 0xff;
  }

  private static int blue(int colour) {
    return colour & 0xff;
  }
}
