package org.numberreader.segmentation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.GrayImage;

/**
 * What was found in a picture, and how long each step took.
 *
 * @param lines from top to bottom
 * @param ink what the glyphs were cut out of, 0 is paper, 255 is a full stroke: without frames and ruled lines, and with
 *     pale strokes raised after the marks were found ({@code FaintStrokes}).
 *     Of the picture's shape, but larger or smaller; null where nothing stands out from the paper
 * @param inkMillis time to find the ink
 * @param linesMillis time to take ruled lines away and to group the marks to lines
 * @param cutMillis time to cut the lines into pieces and candidates
 */
public record Segmented(
        List<Line> lines, @Nullable GrayImage ink, double inkMillis, double linesMillis, double cutMillis) {
    public Segmented {
        lines = List.copyOf(lines);
    }

    /** All of it. */
    public double millis() {
        return inkMillis + linesMillis + cutMillis;
    }
}
