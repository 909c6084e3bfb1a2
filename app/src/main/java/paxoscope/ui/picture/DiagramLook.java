package paxoscope.ui.picture;

import javafx.beans.value.ObservableBooleanValue;
import paxoscope.ui.model.QuorumLens;

/**
 * What changes how every diagram looks, whatever it shows.
 *
 * @param dark whether the dark theme is on
 * @param lens outlines majorities
 */
public record DiagramLook(ObservableBooleanValue dark, QuorumLens lens) {}
