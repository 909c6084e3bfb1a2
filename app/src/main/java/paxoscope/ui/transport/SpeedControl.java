package paxoscope.ui.transport;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import paxoscope.ui.model.Pace;
import paxoscope.ui.words.UiText;

/**
 * The slider of the speed: it moves by powers of ten, so that 1 stands in the middle.
 *
 * @param slider from -1 to 1
 * @param text tells the speed
 */
record SpeedControl(Slider slider, Label text) {

  void bind(DoubleProperty speed) {
    slider.setValue(Math.log10(speed.get()));
    slider.valueProperty().addListener((_, _, value) -> speed.set(speed(value.doubleValue())));
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> UiText.of("speed.times", shortNumber(speed.get())), speed));
  }

  private static double speed(double power) {
    return Pace.within(Math.round(Math.pow(10, power) * 10) / 10.0);
  }

  private static String shortNumber(double number) {
    return number == Math.rint(number)
        ? Integer.toString((int) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }
}
