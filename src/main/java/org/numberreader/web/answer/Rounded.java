package org.numberreader.web.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures with no more decimals than a person can use. */
final class Rounded {
    private Rounded() {}

    static double to(int decimals, double value) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** A confidence: four decimals are finer than any calibration. */
    static double confidence(double value) {
        return to(4, value);
    }
}
