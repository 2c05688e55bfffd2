package org.numberreader.number;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.segmentation.Glyph;
import org.numberreader.segmentation.Line;

/**
 * A line's candidates with their scores: a graph whose nodes are the places between pieces and whose edges are glyphs,
 * through which the best path is the line's reading.
 */
final class Lattice {
    private final Line line;
    private final List<Candidate> candidates;

    private Lattice(Line line, List<Candidate> candidates) {
        this.line = line;
        this.candidates = candidates;
    }

    /** One edge: a glyph, what the network saw of it, and what it said. */
    record Candidate(Glyph glyph, DigitFrame frame, DigitScores scores) {}

    /** All glyphs of all lines framed, in order: one batch for the whole picture. */
    static List<DigitFrame> frames(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.glyphs().stream())
                .map(glyph -> DigitFrame.of(glyph.ink()))
                .toList();
    }

    /** The lattices of the lines, from the frames and scores of all their glyphs in order. */
    static List<Lattice> of(List<Line> lines, List<DigitFrame> frames, List<DigitScores> scores) {
        var lattices = new ArrayList<Lattice>(lines.size());
        int next = 0;
        for (var line : lines) {
            var candidates = new ArrayList<Candidate>(line.glyphs().size());
            for (var glyph : line.glyphs()) {
                candidates.add(new Candidate(glyph, frames.get(next), scores.get(next)));
                next++;
            }
            lattices.add(new Lattice(line, candidates));
        }
        return lattices;
    }

    /** How many pieces the line has; nodes are 0 to this. */
    int pieces() {
        return line.pieces().size();
    }

    Box box() {
        return line.box();
    }

    /** The candidates whose first piece is this one. */
    List<Candidate> from(int piece) {
        return candidates.stream().filter(c -> c.glyph().from() == piece).toList();
    }

    /** The empty space before a piece, in heights of the digits beside it; infinite at the line's start. */
    double gapBefore(int piece) {
        if (piece == 0 || piece == pieces()) {
            return Double.POSITIVE_INFINITY;
        }
        Box left = line.pieces().get(piece - 1);
        Box right = line.pieces().get(piece);
        return (double) (right.x() - left.right()) / Math.max(left.height(), right.height());
    }
}
