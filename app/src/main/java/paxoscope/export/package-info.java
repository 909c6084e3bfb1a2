/** Handouts of a run: pictures, films, replays for a browser, logs for other tools. */
package paxoscope.export;
