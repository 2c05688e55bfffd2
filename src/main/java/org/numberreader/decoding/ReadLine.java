package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;

/**
 * A line with at least one number.
 *
 * @param box in the pixels of the picture as uploaded, upright
 * @param numbers from left to right
 */
public record ReadLine(Box box, List<ReadNumber> numbers) {
    public ReadLine {
        numbers = List.copyOf(numbers);
    }
}
