package paxoscope.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes frames as an animated GIF that begins anew when it is over. */
public final class Film implements AutoCloseable {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int MILLIS_PER_TICK = 10;

  private final ImageWriter writer;
  private final ImageOutputStream stream;
  private BufferedImage last;

  /**
   * Begins a film.
   *
   * @param out where it is written; it is not closed
   * @throws IOException if it cannot be written
   */
  public Film(OutputStream out) throws IOException {
    this.writer = ImageIO.getImageWritersByFormatName("gif").next();
    this.stream = ImageIO.createImageOutputStream(out);
    writer.setOutput(stream);
    writer.prepareWriteSequence(null);
  }

  /**
   * Adds a frame: of it only the part that differs from the last one, for little moves in most.
   *
   * @param frame its pixels
   * @param millis how long it stands, in milliseconds
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if it is not of the size of the first
   */
  public void add(BufferedImage frame, int millis) throws IOException {
    Rectangle part =
        last == null ? new Rectangle(frame.getWidth(), frame.getHeight()) : difference(last, frame);
    last = frame;
    BufferedImage seen = FewColours.of(frame.getSubimage(part.x, part.y, part.width, part.height));
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(seen), writer.getDefaultWriteParam());
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", Integer.toString(part.x));
    place.setAttribute("imageTopPosition", Integer.toString(part.y));
    place.setAttribute("imageWidth", Integer.toString(part.width));
    place.setAttribute("imageHeight", Integer.toString(part.height));
    place.setAttribute("interlaceFlag", "FALSE");
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(Math.max(2, millis / MILLIS_PER_TICK)));
    control.setAttribute("transparentColorIndex", "0");
    IIOMetadataNode again = new IIOMetadataNode("ApplicationExtension");
    again.setAttribute("applicationID", "NETSCAPE");
    again.setAttribute("authenticationCode", "2.0");
    again.setUserObject(new byte[] {1, 0, 0});
    child(root, "ApplicationExtensions").appendChild(again);
    metadata.setFromTree(FORMAT, root);
    writer.writeToSequence(new IIOImage(seen, null, metadata), null);
  }

  /** The smallest part outside which two frames are the same; one pixel if they are. */
  private static Rectangle difference(BufferedImage one, BufferedImage other) {
    int width = one.getWidth();
    if (other.getWidth() != width || other.getHeight() != one.getHeight()) {
      throw new IllegalArgumentException("All frames of a film are of one size.");
    }
    int[] row = new int[width];
    int[] otherRow = new int[width];
    Rectangle part = null;
    for (int y = 0; y < one.getHeight(); y++) {
      one.getRGB(0, y, width, 1, row, 0, width);
      other.getRGB(0, y, width, 1, otherRow, 0, width);
      int first = Arrays.mismatch(row, otherRow);
      if (first >= 0) {
        int end = width;
        while (row[end - 1] == otherRow[end - 1]) {
          end--;
        }
        Rectangle changed = new Rectangle(first, y, end - first, 1);
        part = part == null ? changed : part.union(changed);
      }
    }
    return part == null ? new Rectangle(1, 1) : part;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }

  @Override
  public void close() throws IOException {
    writer.endWriteSequence();
    stream.close();
    writer.dispose();
  }
}
