package org.numberreader.training.report;

import java.math.BigDecimal;
import java.util.Locale;
import org.numberreader.recognition.Accuracy;

/** Figures as pages have them. */
final class Texts {
    private Texts() {}

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String percent(Accuracy found) {
        return String.format(
                Locale.ROOT, "%.2f %% (%.2f to %.2f)", 100 * found.accuracy(), 100 * found.low(), 100 * found.high());
    }

    static String decimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** As short as it is: 5 and not 5.0. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
