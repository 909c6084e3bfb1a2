package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.export.Handout;
import paxoscope.export.Handout.Format;
import paxoscope.export.View;

class ExportDeskTest {

  private static final Handout.Sight SEEN = new Handout.Sight(2.5, 9);

  @Test
  void aSpaceTimePictureShowsTheStepsThatAreInSight() {
    assertEquals(
        new Handout(Format.SVG, View.SPACE_TIME, 0, 4, Optional.of(SEEN), true, 1280, 720),
        ExportDesk.handout(HandoutKind.SPACE_TIME, Format.SVG, true, Optional.of(SEEN), 20, 4));
    assertEquals(
        new Handout(Format.SVG, View.SPACE_TIME, 0, 4, true, 1280, 720),
        ExportDesk.handout(HandoutKind.SPACE_TIME, Format.SVG, true, Optional.empty(), 20, 4));
  }

  @Test
  void aPictureIsOfTheMomentThatIsShownAndASheetOfTheWholeRunOnWhitePaper() {
    assertEquals(
        new Handout(Format.SVG, View.SLIDE, 0, 4, true, 1280, 720),
        ExportDesk.handout(HandoutKind.SLIDE, Format.SVG, true, Optional.of(SEEN), 20, 4));
    assertEquals(
        new Handout(Format.PNG, View.WORKSHEET, 0, 20, false, 1920, 1080),
        ExportDesk.handout(HandoutKind.WORKSHEET, Format.PNG, true, Optional.of(SEEN), 20, 4));
  }

  @ParameterizedTest
  @CsvSource({"30,7,0,30", "1000,7,0,400", "1000,500,300,700", "1000,990,600,1000"})
  void aFilmOfALongRunIsOfTheStretchAroundTheMomentThatIsShown(
      int size, int cursor, int first, int last) {
    assertEquals(
        new Handout(Format.GIF, View.STAGE, first, last, false, 1280, 720),
        ExportDesk.handout(HandoutKind.FILM, Format.GIF, false, Optional.of(SEEN), size, cursor));
  }
}
