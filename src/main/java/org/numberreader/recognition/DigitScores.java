package org.numberreader.recognition;

/** How likely each digit is, and how likely the glyph is no digit at all; sums to 1. */
public record DigitScores(float[] digits, float notADigit) {
    public DigitScores {
        if (digits.length != 10) {
            throw new IllegalArgumentException("ten digits, not " + digits.length);
        }
    }

    /** The most likely digit. */
    public int best() {
        int best = 0;
        for (int digit = 1; digit < 10; digit++) {
            if (digits[digit] > digits[best]) {
                best = digit;
            }
        }
        return best;
    }
}
