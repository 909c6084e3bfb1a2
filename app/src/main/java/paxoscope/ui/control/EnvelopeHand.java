package paxoscope.ui.control;

import java.util.List;
import javafx.scene.control.ContextMenu;
import paxoscope.trace.HeldItem;

/** What somebody who is the network does with envelopes. */
public interface EnvelopeHand {

  /** What becomes of an envelope by a single key. */
  enum Act {
    /** It arrives, or the wait is over. */
    DELIVER,
    /** It is lost. */
    DROP,
    /** It is doubled. */
    DUPLICATE
  }

  /**
   * Whether envelopes can be touched now.
   *
   * @return false while nobody is the network, and in the past
   */
  boolean isFree();

  /**
   * Does something with an envelope; what cannot be done with it is left alone.
   *
   * @param item what is in it
   * @param act what to do
   */
  void use(HeldItem item, Act act);

  /**
   * Offers what can be done.
   *
   * @param items what is in one envelope, or in those that are not shown
   * @return a menu
   */
  ContextMenu menu(List<HeldItem> items);

  /**
   * An envelope is being dragged.
   *
   * @param item what is in it
   */
  void lift(HeldItem item);

  /**
   * An envelope that was dragged is let go: over its receiver it is delivered, else it stays.
   *
   * @param item what is in it
   * @param sceneX where, in the scene
   * @param sceneY where, in the scene
   */
  void letGo(HeldItem item, double sceneX, double sceneY);
}
