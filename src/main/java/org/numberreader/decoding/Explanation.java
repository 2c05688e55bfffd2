package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;

/**
 * How a picture was read: what the networks saw and said.
 *
 * @param gray the picture that was worked on, dark on light
 * @param numbers where the handwriting map sees rows of numbers, 255 is sure; of the picture's shape, but smaller
 * @param other where it sees other handwriting
 * @param lines all that were cut out, from top to bottom; also those in which no number was read
 */
public record Explanation(
        Reading reading, GrayImage gray, GrayImage numbers, GrayImage other, List<Line> lines, Steps steps) {
    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Milliseconds of each step. */
    public record Steps(double map, double lines, double recognise, double classify, double decode) {}

    /**
     * One line as the recogniser saw it.
     *
     * @param box in the pixels of the picture as uploaded
     * @param image the line's grey pixels, turned upright and brought to one height
     * @param columns those in which a symbol is likely, from left to right
     */
    public record Line(Box box, GrayImage image, List<Column> columns) {
        public Line {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of the line, four pixels wide.
     *
     * @param x its middle in the line's pixels
     * @param candidates the likeliest symbols whose centre may be there, the likeliest first
     */
    public record Column(double x, List<Candidate> candidates) {
        public Column {
            candidates = List.copyOf(candidates);
        }
    }

    /** A symbol as it is written in an answer, or "?" for other handwriting and "│" for a printed border. */
    public record Candidate(String symbol, double probability) {}
}
