package paxoscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** A film, read back by a reader that we did not write. */
class FilmTest {

  private static final int WIDTH = 100;
  private static final int HEIGHT = 80;

  private static BufferedImage frame(Rectangle... squares) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(Color.RED);
    for (Rectangle square : squares) {
      g.fill(square);
    }
    g.dispose();
    return image;
  }

  @Test
  void eachFrameIsSeenWholeThoughOnlyWhatChangesIsWritten() throws IOException {
    List<BufferedImage> frames =
        List.of(
            frame(),
            frame(new Rectangle(10, 20, 8, 6)),
            frame(new Rectangle(40, 30, 8, 6)),
            frame(new Rectangle(40, 30, 8, 6)),
            frame(new Rectangle(0, 0, 1, 1), new Rectangle(99, 79, 1, 1)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Film film = new Film(bytes)) {
      for (BufferedImage frame : frames) {
        film.add(frame, 100);
      }
    }
    List<Rectangle> written = new ArrayList<>();
    BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      reader.setInput(in);
      for (int i = 0; i < frames.size(); i++) {
        Rectangle part = part(reader, i);
        written.add(part);
        screen.createGraphics().drawImage(reader.read(i), part.x, part.y, null);
        assertArrayEquals(pixels(frames.get(i)), pixels(screen), "frame " + i);
      }
    }
    assertEquals(
        List.of(
            new Rectangle(0, 0, WIDTH, HEIGHT),
            new Rectangle(10, 20, 8, 6),
            new Rectangle(10, 20, 38, 16),
            new Rectangle(0, 0, 1, 1),
            new Rectangle(0, 0, WIDTH, HEIGHT)),
        written);
  }

  @Test
  void aGroundKeepsItsColourHoweverManyOthersThereAre() throws IOException {
    BufferedImage image = frame();
    for (int i = 0; i < 1_000; i++) {
      image.setRGB(i % 50, i / 50, 0xf4f6f0 + i % 16 + (i / 16 << 8 & 0xff00));
    }
    BufferedImage few = FewColours.of(image);
    assertEquals(Color.WHITE.getRGB(), few.getRGB(99, 79));
    assertEquals(256, ((IndexColorModel) few.getColorModel()).getMapSize());
  }

  private static Rectangle part(ImageReader reader, int frame) throws IOException {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    IIOMetadataNode place = (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
    return new Rectangle(
        Integer.parseInt(place.getAttribute("imageLeftPosition")),
        Integer.parseInt(place.getAttribute("imageTopPosition")),
        Integer.parseInt(place.getAttribute("imageWidth")),
        Integer.parseInt(place.getAttribute("imageHeight")));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }
}
