package org.numberreader.decoding;

import java.util.List;

/**
 * All that was read in a picture.
 *
 * @param lines from top to bottom; empty where there are no numbers
 * @param segmentMillis time to find the ink and its lines
 * @param classifyMillis time to score the glyphs and to find the best path
 */
public record Reading(List<ReadLine> lines, double segmentMillis, double classifyMillis) {
    public Reading {
        lines = List.copyOf(lines);
    }

    /** The numbers in reading order. */
    public List<ReadNumber> numbers() {
        return lines.stream().flatMap(line -> line.numbers().stream()).toList();
    }
}
