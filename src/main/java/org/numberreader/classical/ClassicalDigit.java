package org.numberreader.classical;

import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitScores;

/**
 * One digit as the textbook method reads it.
 *
 * @param glyph its ink and where it stands
 * @param frame what the network saw, 28×28
 * @param scores what the network said
 */
public record ClassicalDigit(Glyph glyph, DigitFrame frame, DigitScores scores) {

    /** The likeliest digit, 0 to 9. */
    public int digit() {
        return scores.best();
    }

    /** The probability of that digit, 0 to 1. */
    public double probability() {
        return scores.digits()[digit()];
    }
}
