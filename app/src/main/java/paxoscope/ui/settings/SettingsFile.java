package paxoscope.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.DoubleConsumer;

/**
 * Where the settings are kept. A file that is not there, or that says nothing sensible, leaves the
 * usual settings.
 *
 * @param path the file
 */
public record SettingsFile(Path path) {

  private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

  /**
   * Reads the settings.
   *
   * @return what was kept, or the usual settings
   */
  public Settings read() {
    Settings settings = new Settings();
    Properties kept = new Properties();
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path)) {
        kept.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        LOG.log(System.Logger.Level.WARNING, "The settings in " + path + " cannot be read.");
        kept.clear();
      }
    }
    settings.darkProperty().set(Boolean.parseBoolean(kept.getProperty("dark")));
    settings.maximizedProperty().set(Boolean.parseBoolean(kept.getProperty("maximized")));
    settings.hintsSeenProperty().set(Boolean.parseBoolean(kept.getProperty("hintsSeen")));
    number(
        kept,
        "textSize",
        Settings.SMALLEST_TEXT,
        Settings.LARGEST_TEXT,
        settings.textSizeProperty()::set);
    number(kept, "speed", 0.1, 10, settings.speedProperty()::set);
    number(kept, "width", 640, 8000, settings.widthProperty()::set);
    number(kept, "height", 400, 8000, settings.heightProperty()::set);
    text(kept, "serverA", settings.serverAProperty()::set);
    text(kept, "serverB", settings.serverBProperty()::set);
    text(kept, "valueA", settings.valueAProperty()::set);
    text(kept, "valueB", settings.valueBProperty()::set);
    return settings;
  }

  private static void text(
      Properties kept, String key, java.util.function.Consumer<String> setting) {
    String text = kept.getProperty(key, "");
    if (!text.isEmpty()) {
      setting.accept(text);
    }
  }

  private static void number(
      Properties kept, String key, double lowest, double highest, DoubleConsumer setting) {
    String text = kept.getProperty(key, "");
    if (text.matches("[0-9]{1,5}(\\.[0-9]{1,15})?")) {
      setting.accept(Math.clamp(Double.parseDouble(text), lowest, highest));
    }
  }

  /**
   * Keeps the settings. If that is not possible, it is logged and the program goes on.
   *
   * @param settings what to keep
   */
  public void write(Settings settings) {
    Properties kept = new Properties();
    kept.setProperty("dark", Boolean.toString(settings.darkProperty().get()));
    kept.setProperty("maximized", Boolean.toString(settings.maximizedProperty().get()));
    kept.setProperty("hintsSeen", Boolean.toString(settings.hintsSeenProperty().get()));
    kept.setProperty("textSize", Double.toString(settings.textSizeProperty().get()));
    kept.setProperty("speed", Double.toString(settings.speedProperty().get()));
    kept.setProperty("width", Double.toString(settings.widthProperty().get()));
    kept.setProperty("height", Double.toString(settings.heightProperty().get()));
    kept.setProperty("serverA", settings.serverAProperty().get());
    kept.setProperty("serverB", settings.serverBProperty().get());
    kept.setProperty("valueA", settings.valueAProperty().get());
    kept.setProperty("valueB", settings.valueBProperty().get());
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(path)) {
        kept.store(writer, "Paxoscope");
      }
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.WARNING, "The settings cannot be kept in " + path + ".");
    }
  }
}
