package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
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

    /** The line without some of its pieces, and without the candidates that have a part in them. */
    public Line without(BitSet gone) {
        var left = new ArrayList<Box>();
        var places = new int[pieces.size() + 1];
        for (int piece = 0; piece < pieces.size(); piece++) {
            places[piece] = left.size();
            if (!gone.get(piece)) {
                left.add(pieces.get(piece));
            }
        }
        places[pieces.size()] = left.size();
        var candidates = glyphs.stream()
                .filter(glyph -> gone.get(glyph.from(), glyph.to()).isEmpty())
                .map(glyph -> glyph.over(places[glyph.from()], places[glyph.to()]))
                .toList();
        return new Line(left.stream().reduce(Box::union).orElseThrow(), height, left, candidates);
    }
}
