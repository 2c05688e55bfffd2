package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;
import org.numberreader.segmentation.Glyph;

/**
 * How a picture was read: what was seen, what was weighed, and what was chosen.
 *
 * @param gray the picture that was worked on, dark on light
 * @param ink what the glyphs were cut out of, with pale strokes raised ({@code Segmented}): 0 is paper, 255 is a
 *     full stroke; null where nothing stands out from the paper
 * @param lines all that were looked at, from top to bottom; also those in which no number was read
 */
public record Explanation(
        Reading reading, GrayImage gray, @Nullable GrayImage ink, List<Line> lines, Steps steps) {
    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Milliseconds of each step. */
    public record Steps(double ink, double lines, double cut, double classify, double path) {}

    /**
     * One line's lattice.
     *
     * @param box in the pixels of the picture as uploaded, like all boxes here
     * @param pieces from left to right
     * @param candidates by their first piece
     */
    public record Line(Box box, List<Box> pieces, List<Candidate> candidates) {
        public Line {
            pieces = List.copyOf(pieces);
            candidates = List.copyOf(candidates);
        }

        static Line of(Lattice lattice, Map<DigitFrame, Integer> chosen, double scale) {
            var candidates = new ArrayList<Candidate>();
            for (int piece = 0; piece < lattice.pieces(); piece++) {
                lattice.from(piece)
                        .forEach(edge -> candidates.add(Candidate.of(edge, chosen.get(edge.frame()), scale)));
            }
            var pieces = lattice.pieceBoxes().stream().map(box -> box.scaled(scale));
            return new Line(lattice.box().scaled(scale), pieces.toList(), candidates);
        }
    }

    /** What a candidate is made of. */
    public enum Kind {
        /** One connected mark. */
        WHOLE,
        /** A part of a mark, cut off the rest of it. */
        CUT,
        /** Several marks, taken together. */
        JOINED;

        static Kind of(Glyph glyph) {
            if (glyph.whole()) {
                return WHOLE;
            }
            return glyph.cuts() > 0 ? CUT : JOINED;
        }
    }

    /**
     * Some neighbouring pieces, taken for one digit.
     *
     * @param from the first of its pieces
     * @param to the first piece that is no longer its own
     * @param chosen the digit that it was read as; null where it is not on the chosen path
     */
    public record Candidate(
            int from,
            int to,
            Kind kind,
            Box box,
            DigitScores scores,
            DigitFrame frame,
            @Nullable Integer chosen) {

        static Candidate of(Lattice.Candidate edge, @Nullable Integer chosen, double scale) {
            var glyph = edge.glyph();
            return new Candidate(
                    glyph.from(),
                    glyph.to(),
                    Kind.of(glyph),
                    glyph.box().scaled(scale),
                    edge.scores(),
                    edge.frame(),
                    chosen);
        }
    }

    /** What each candidate on a chosen path was read as, by its frame: each candidate has one of its own. */
    static Map<DigitFrame, Integer> chosen(Reading reading) {
        var chosen = new HashMap<DigitFrame, Integer>();
        for (var number : reading.numbers()) {
            number.digits().forEach(digit -> chosen.put(digit.frame(), digit.digit()));
        }
        return chosen;
    }
}
