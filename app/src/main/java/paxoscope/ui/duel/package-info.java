/** The bar of a livelock: how often proposals were overtaken, and the cure with its dial. */
package paxoscope.ui.duel;
