package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;

/**
 * A line with at least one number.
 *
 * @param text all of its digits and signs as they are written, blanks where a gap is wide
 * @param box in the pixels of the picture as uploaded, upright
 * @param numbers from left to right
 */
public record ReadLine(String text, Box box, List<ReadNumber> numbers) {
    public ReadLine {
        numbers = List.copyOf(numbers);
    }
}
