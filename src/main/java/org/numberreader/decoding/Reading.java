package org.numberreader.decoding;

import java.util.List;

/**
 * All that was read in a picture.
 *
 * @param lines from top to bottom; empty where there are no numbers
 * @param unread handwriting that is in no number
 * @param segmentMillis time to find the text lines and to cut them out
 * @param classifyMillis time to recognise and to decode them
 */
public record Reading(List<ReadLine> lines, List<Unread> unread, double segmentMillis, double classifyMillis) {
    public Reading {
        lines = List.copyOf(lines);
        unread = List.copyOf(unread);
    }

    /** The numbers in reading order. */
    public List<ReadNumber> numbers() {
        return lines.stream().flatMap(line -> line.numbers().stream()).toList();
    }
}
