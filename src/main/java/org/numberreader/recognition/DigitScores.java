package org.numberreader.recognition;

import java.util.List;

/** How likely each digit is, and how likely the glyph is no digit at all; sums to 1. */
public record DigitScores(float[] digits, float notADigit) {
    public DigitScores {
        if (digits.length != 10) {
            throw new IllegalArgumentException("ten digits, not " + digits.length);
        }
    }

    /** The mean of several looks at one glyph. */
    public static DigitScores mean(List<DigitScores> looks) {
        var digits = new float[10];
        float none = 0;
        for (var look : looks) {
            for (int digit = 0; digit < 10; digit++) {
                digits[digit] += look.digits[digit] / looks.size();
            }
            none += look.notADigit / looks.size();
        }
        return new DigitScores(digits, none);
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
