package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.layout.HandwritingMap;
import org.numberreader.layout.Scaled;
import org.numberreader.layout.TextLine;
import org.numberreader.layout.TextLineFinder;
import org.numberreader.recognition.InkNetwork;

/** Finds the text lines of a picture: the handwriting map coarsely first, and finer where the writing is small. */
final class LineLocator {
    /** Pixels of the coarse map: what a strip of digits needs, and what its time allows. */
    private static final double COARSE = 50_000;

    /** Pixels of the finest map, which bounds a page's time. */
    private static final double FINEST = 1_000_000;

    /** Small pictures are brought up at most so far. */
    private static final double LARGEST_FACTOR = 4;

    /** The shorter side of the map's picture is at least so long, in pixels: strips of digits are long and low. */
    private static final double SHORTEST = 56;

    /** Digits lower than this in the map's pixels are looked at again, so large that they are as high as the second. */
    private static final double SMALL = 14;

    private static final double COMFORTABLE = 26;

    private final MapNetwork network;

    LineLocator(MapNetwork network) {
        this.network = network;
    }

    /** The lines and the map that they were found on. */
    record Located(List<TextLine> lines, HandwritingMap map) {
        Located {
            lines = List.copyOf(lines);
        }
    }

    Located locate(GrayImage picture) {
        double pixels = (double) picture.width() * picture.height();
        double shorter = Math.min(picture.width(), picture.height());
        double factor = Math.min(LARGEST_FACTOR, Math.max(Math.sqrt(COARSE / pixels), SHORTEST / shorter));
        var located = at(picture, factor);
        double finest = Math.min(1, Math.sqrt(FINEST / pixels));
        double smallest =
                located.lines.stream().mapToDouble(TextLine::height).min().orElse(0) * factor;
        if (factor < finest && smallest < SMALL) {
            double wanted = smallest > 0 ? factor * Math.max(1.6, COMFORTABLE / smallest) : 3 * factor;
            return at(picture, Math.min(finest, wanted));
        }
        return located;
    }

    private Located at(GrayImage picture, double factor) {
        var scaled = Scaled.by(picture, factor);
        double actual = (double) scaled.width() / picture.width();
        var map = new HandwritingMap(network.map(scaled), InkNetwork.UNIT / actual, InkNetwork.STRIDE / actual);
        return new Located(TextLineFinder.lines(map), map);
    }
}
