package org.numberreader.segmentation;

import java.util.List;
import java.util.Optional;
import org.numberreader.image.GrayImage;

/** Finds ink and the lines of candidate glyphs in it; does not decide what a digit is. */
public final class Segmenter {
    private final SegmentationConfig config;

    public Segmenter(SegmentationConfig config) {
        this.config = config;
    }

    /**
     * The lines of writing in a picture, from top to bottom.
     *
     * @param picture dark on light
     */
    public List<Line> lines(GrayImage picture) {
        return List.of();
    }

    /**
     * All ink of a picture as one glyph.
     *
     * @param picture dark on light
     * @return empty if there is no ink
     */
    public Optional<Glyph> whole(GrayImage picture) {
        return Optional.empty();
    }
}
