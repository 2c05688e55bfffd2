package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    /** How much leaving out a mark counts that is no digit: a stroke of something else, or a digit badly made. */
    private static final double SKIPPED = 0.02;

    /** The same where it can be cut: then it is rather two digits. */
    private static final double SKIPPED_CUT = 0.003;

    /** The probability that a mark is to be left out although the network takes it for a digit. */
    private static final double LAST_RESORT = 0.002;

    /** How much less a way through a mark counts than a way around it: most marks are one digit. */
    private static final double CUT = 0.5;

    /** What a mark that the network takes for a digit still counts as "not a digit" when it is cut. */
    private static final double LEAST_CUT = 0.012;

    /** As a share of the way around a mark: less than what is left out where marks are left uncut is not missed. */
    private static final double NEXT_TO_NOTHING = 0.01;

    private final Line line;
    private final List<List<Candidate>> candidates = new ArrayList<>();

    private Lattice(Line line, List<Candidate> candidates) {
        this.line = line;
        for (int piece = 0; piece <= line.pieces().size(); piece++) {
            this.candidates.add(new ArrayList<>());
        }
        candidates.forEach(
                candidate -> this.candidates.get(candidate.glyph().from()).add(candidate));
    }

    /**
     * One edge: a glyph, what the network saw of it, and what it said.
     *
     * @param prior how much its ways count before it is known which digit it is
     */
    record Candidate(Glyph glyph, DigitFrame frame, DigitScores scores, double prior) {
        /** Never quite 0, so that its logarithm is finite. */
        private static final double LEAST = 1e-9;

        /** The network is surer of digits in pictures than it should be: it was calibrated on clean ones. */
        private static final double TRUST = 0.9;

        /** How much a way through this edge counts if it is that digit. */
        double weight(int digit) {
            return prior * Math.pow(Math.max(LEAST, scores.digits()[digit]), TRUST);
        }

        /** How much leaving it out counts: what the network takes for no digit, and otherwise a last resort. */
        double skipWeight() {
            boolean cut = glyph.to() - glyph.from() > 1;
            return LAST_RESORT + (cut ? SKIPPED_CUT : SKIPPED) * scores.notADigit();
        }
    }

    /** @param looks at all glyphs of the line */
    static Lattice of(Line line, Looks looks) {
        var wholes = new HashMap<Integer, DigitScores>();
        for (var glyph : line.glyphs()) {
            if (glyph.whole()) {
                wholes.put(glyph.from(), looks.of(glyph).scores());
            }
        }
        var candidates = new ArrayList<Candidate>(line.glyphs().size());
        for (var glyph : line.glyphs()) {
            var look = looks.of(glyph);
            candidates.add(new Candidate(glyph, look.frame(), look.scores(), prior(glyph, wholes.get(glyph.from()))));
        }
        return new Lattice(line, candidates);
    }

    /** Whether ways through a mark with these scores, were they of sure digits, would count for next to nothing. */
    static boolean isSurelyOne(DigitScores whole) {
        double around = Math.pow(whole.digits()[whole.best()], Candidate.TRUST);
        return CUT * Math.max(LEAST_CUT, whole.notADigit()) < NEXT_TO_NOTHING * around;
    }

    /**
     * A way through a mark says that the mark as a whole is no digit: so it counts as much as the network agrees, once
     * a mark, at its first piece.
     */
    private static double prior(Glyph glyph, @Nullable DigitScores markBegun) {
        double prior = Math.pow(CUT, glyph.cuts() / 2.0);
        if (glyph.whole() || glyph.cuts() == 0 || markBegun == null) {
            return prior;
        }
        return prior * Math.max(LEAST_CUT, markBegun.notADigit());
    }

    /** How many pieces the line has; nodes are 0 to this. */
    int pieces() {
        return line.pieces().size();
    }

    Box box() {
        return line.box();
    }

    /** The pieces' boxes, from left to right. */
    List<Box> pieceBoxes() {
        return line.pieces();
    }

    /** The candidates whose first piece is this one; none from the line's end. */
    List<Candidate> from(int piece) {
        return candidates.get(piece);
    }

    /** Whether a mark begins at this node: there are gaps between marks only. */
    boolean isMarkAt(int node) {
        return node > 0
                && node < pieces()
                && from(node).stream().anyMatch(candidate -> candidate.glyph().whole());
    }

    /** The node where the mark after this one begins, or the line's end. */
    int markAfter(int node) {
        int next = node + 1;
        while (next < pieces() && !isMarkAt(next)) {
            next++;
        }
        return Math.min(next, pieces());
    }

    /** The node where the mark before this one begins, or the line's begin. */
    int markBefore(int node) {
        int next = node - 1;
        while (next > 0 && !isMarkAt(next)) {
            next--;
        }
        return Math.max(next, 0);
    }

    /** Of a typical mark, in the pixels of the pieces' boxes. */
    int height() {
        return line.height();
    }

    /** The empty space between two pieces, in heights of the line; below 0 where they overlap. */
    double gapBefore(int node) {
        Box left = line.pieces().get(node - 1);
        Box right = line.pieces().get(node);
        return (double) (right.x() - left.right()) / line.height();
    }
}
