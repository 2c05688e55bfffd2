package org.numberreader.decoding;

import java.util.List;
import org.numberreader.image.Box;

/**
 * One number as it was read.
 *
 * @param value its digits; leading zeros and length matter
 * @param text the number as it is written: its digits with the signs that belong to it
 * @param confidence that all of the text is right, 0 to 1
 * @param certain whether the confidence reaches the configured bound
 * @param box in the pixels of the picture as uploaded, upright
 * @param digits from left to right
 * @param signs the same
 * @param alternatives what else it could be, the likeliest first
 */
public record ReadNumber(
        String value,
        String text,
        double confidence,
        boolean certain,
        Box box,
        List<ReadDigit> digits,
        List<ReadSign> signs,
        List<Alternative> alternatives) {
    public ReadNumber {
        digits = List.copyOf(digits);
        signs = List.copyOf(signs);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The same number with another confidence.
     *
     * @param bound from which on it is certain
     */
    ReadNumber withConfidence(double other, double bound) {
        double scale = confidence >= 1 ? 0 : (1 - other) / (1 - confidence);
        var rest = alternatives.stream()
                .map(runnerUp -> new Alternative(runnerUp.value, runnerUp.text, scale * runnerUp.confidence))
                .toList();
        return new ReadNumber(value, text, other, other >= bound, box, digits, signs, rest);
    }

    /** Another number that this could be: its digits, and as it would be written. */
    public record Alternative(String value, String text, double confidence) {}
}
