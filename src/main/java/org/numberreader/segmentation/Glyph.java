package org.numberreader.segmentation;

import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/**
 * A candidate for one digit: some neighbouring pieces of a line, taken together.
 *
 * @param from the first of its pieces in the line
 * @param to the first piece that is no longer its own
 * @param whole whether it is exactly one connected mark: neither cut off others nor joined of several
 * @param cuts how many of its sides are cut off the rest of a mark, 0 to 2
 * @param box in the pixels of the picture that was segmented
 * @param ink cropped to the box, 0 is paper, 255 is full ink; of {@link Segmented#ink}, so with pale strokes raised; ink
 *     of other glyphs is left out
 * @param outline its shape
 */
public record Glyph(int from, int to, boolean whole, int cuts, Box box, GrayImage ink, Outline outline) {

    /** The same glyph where its line's pieces are counted anew. */
    Glyph over(int from, int to) {
        return new Glyph(from, to, whole, cuts, box, ink, outline);
    }
}
