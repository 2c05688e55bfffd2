package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;

/**
 * One number as it was read.
 *
 * @param value its digits; leading zeros and length matter
 * @param confidence that all of it is right, 0 to 1
 * @param certain whether the confidence reaches the configured bound
 * @param box in the pixels of the picture as uploaded, upright
 * @param digits from left to right
 * @param alternatives what else it could be, the likeliest first
 */
public record ReadNumber(
        String value,
        double confidence,
        boolean certain,
        Box box,
        List<ReadDigit> digits,
        List<Alternative> alternatives) {
    public ReadNumber {
        digits = List.copyOf(digits);
        alternatives = List.copyOf(alternatives);
    }

    /** Another number that this could be. */
    public record Alternative(String value, double confidence) {}
}
