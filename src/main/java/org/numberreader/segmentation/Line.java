package org.numberreader.segmentation;

import java.util.List;
import org.numberreader.image.Box;

/**
 * A line of writing, from left to right.
 *
 * @param box around all its pieces, in the pixels of the picture that was segmented
 * @param height of a typical mark, in pixels
 * @param pieces the primitive pieces' boxes, in order
 * @param glyphs the candidates over these pieces, by their first piece
 */
public record Line(Box box, int height, List<Box> pieces, List<Glyph> glyphs) {
    public Line {
        pieces = List.copyOf(pieces);
        glyphs = List.copyOf(glyphs);
    }
}
