package paxoscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import paxoscope.ui.fx.TextSize;
import paxoscope.ui.settings.Settings;

/** How the window looks: its theme, its typeface, and how large everything is. */
final class Look {

  private static final double USUAL_WIDTH = 1600;
  private static final double USUAL_HEIGHT = 900;
  private static final double USUAL_FONT = 16;
  private static final double BARS_EM = 95;
  private static final double STAGE_HEAD_EM = 68;
  private static final double LENS_EM = 58;
  private static final double HELP_HEIGHT_EM = 43;
  private static final double SIDE_EM = 22.2;
  private static final double SIDE_SHARE = 0.3;
  private static final double SMALLEST = 0.78;
  private static final double LARGEST = 2.2;
  private static final double LARGEST_NARRATION = 1.2;
  private static final double LARGE_TEXT = 1.25;

  /** The style class of a window with large text: what only the teacher looks at is lower there. */
  private static final String LARGE = "large-text";

  private final Settings settings;

  Look(Settings settings) {
    this.settings = settings;
  }

  /** Makes the typeface known that comes with the program. */
  static void loadFonts() {
    for (String weight : List.of("Regular", "Medium", "SemiBold", "Bold")) {
      String file = "/resources/fonts/inter/Inter-" + weight + ".otf";
      try (InputStream font = Look.class.getResourceAsStream(file)) {
        Font.loadFont(font, USUAL_FONT);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("The program's file " + file + " is damaged.", unreadable);
      }
    }
  }

  /** Dresses a scene, now and whenever a setting or its size changes. */
  void dress(Scene scene) {
    settings.darkProperty().addListener((_, _, _) -> theme(scene));
    settings.textSizeProperty().addListener((_, _, _) -> size(scene));
    scene.widthProperty().addListener((_, _, _) -> size(scene));
    scene.heightProperty().addListener((_, _, _) -> size(scene));
    theme(scene);
    size(scene);
  }

  private void theme(Scene scene) {
    boolean dark = settings.darkProperty().get();
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(sheet(dark ? "dark" : "light"), sheet("window"), sheet("stage"), sheet("panels"));
  }

  private static String sheet(String name) {
    return Look.class.getResource("/resources/themes/" + name + ".css").toExternalForm();
  }

  // Everything is measured in the size of the text, which grows with the window.
  private void size(Scene scene) {
    double room = Math.min(scene.getWidth() / USUAL_WIDTH, scene.getHeight() / USUAL_HEIGHT);
    double usual = USUAL_FONT * Math.clamp(room, SMALLEST, LARGEST);
    double font = usual * settings.textSizeProperty().get();
    Parent root = scene.getRoot();
    root.setStyle("-fx-font-size: " + font + "px;");
    TextSize.set(root, font);
    double side = Math.min(SIDE_EM * font, scene.getWidth() * SIDE_SHARE);
    root.lookup(".side")
        .setStyle("-fx-pref-width: %1$.0fpx; -fx-max-width: %1$.0fpx;".formatted(side));
    fit(root.lookup(".top-bar"), font, scene.getWidth() / BARS_EM);
    fit(root.lookup(".bottom"), font, scene.getWidth() / BARS_EM);
    root.lookupAll(".stage-head")
        .forEach(head -> fit(head, font, (scene.getWidth() - side) / STAGE_HEAD_EM));
    fit(root.lookup(".chance-bar"), font, (scene.getWidth() - side) / STAGE_HEAD_EM);
    // What the narration and the time line take in height, the cards lack.
    fit(root.lookup(".strip"), font, usual * LARGEST_NARRATION);
    fit(root.lookup(".duel-bar"), font, usual * LARGEST_NARRATION);
    fit(root.lookup(".banner"), font, usual * LARGEST_NARRATION);
    root.getStyleClass().remove(LARGE);
    if (settings.textSizeProperty().get() >= LARGE_TEXT) {
      root.getStyleClass().add(LARGE);
    }
    fit(root.lookup(".lens"), font, (scene.getWidth() - side) / LENS_EM);
    fit(root.lookup(".help"), font, scene.getHeight() / HELP_HEIGHT_EM);
    root.requestLayout();
  }

  // What cannot be wider or higher than the window grows only as far as it fits.
  private static void fit(Node bar, double font, double largest) {
    bar.setStyle("-fx-font-size: " + Math.min(font, largest) + "px;");
  }
}
