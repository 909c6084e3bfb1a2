package paxoscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import paxoscope.ui.words.UiText;

/** The controllers of the window's areas, which the FXML files ask for by their class. */
final class Areas {

  private final Map<Class<?>, Object> controllers = new HashMap<>();

  void add(Object controller) {
    controllers.put(controller.getClass(), controller);
  }

  <T> T get(Class<T> type) {
    return type.cast(controllers.get(type));
  }

  Parent load(String file) {
    FXMLLoader loader = new FXMLLoader(Areas.class.getResource(file), UiText.BUNDLE);
    loader.setControllerFactory(this::get);
    try {
      return loader.load();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's file " + file + " is damaged.", broken);
    }
  }
}
