package org.numberreader.cli.output;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.LogisticModel;
import org.numberreader.training.evaluation.LeaveOneKindOut.Row;
import org.numberreader.training.strings.FittedConfidence;

/**
 * A fitted confidence: its weights, and what it is worth on kinds that the fit has not seen.
 *
 * @param certain the bound of the rows
 * @param wanted the share of certain numbers that should be right, 0 to 1
 * @param reaching the smallest bound at which it is; null if there is none
 */
public record ConfidenceReport(
        LogisticModel confidence,
        double certain,
        List<Row> numbers,
        List<Row> pictures,
        double wanted,
        @Nullable Reaching reaching)
        implements Report {

    /** A bound, and all kinds at it, each left out of the fit. */
    public record Reaching(double bound, Row numbers, Row pictures) {
        static Reaching of(FittedConfidence fitted, double bound) {
            var pictures = fitted.pictures(bound);
            return new Reaching(bound, fitted.numbers().total(bound), pictures.get(pictures.size() - 2));
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%.4f; %d of %d numbers are certain then, and %d of %d pictures, %.1f %% of them right",
                    bound,
                    numbers.certain(),
                    numbers.examples(),
                    pictures.certain(),
                    pictures.examples(),
                    100.0 * pictures.certainRight() / Math.max(1, pictures.certain()));
        }
    }

    public static ConfidenceReport of(FittedConfidence fitted, double certain, double wanted) {
        var bound = fitted.numbers().bound(wanted);
        return new ConfidenceReport(
                fitted.numbers().model(),
                certain,
                fitted.numbers(certain),
                fitted.pictures(certain),
                wanted,
                bound.isPresent() ? Reaching.of(fitted, bound.getAsDouble()) : null);
    }

    @Override
    public String text() {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "Numbers, certain from %s on; each kind by the fit on the others\n", certain));
        text.append(Row.table("numbers", numbers));
        text.append("\nPictures, certain where all numbers are\n").append(Row.table("pictures", pictures));
        text.append("\nWeights of the fit on all kinds; 0 where the sign would be wrong\n")
                .append(weight("bias", confidence.bias()));
        for (int i = 0; i < confidence.features().size(); i++) {
            text.append(
                    weight(confidence.features().get(i), confidence.weights().get(i)));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "\nBound from which on %.1f %% of the certain numbers are right: %s\n",
                        100 * wanted,
                        reaching == null ? "none" : reaching.text()))
                .toString();
    }

    private static String weight(String name, double weight) {
        return String.format(Locale.ROOT, "%-24s%9.4f\n", name, weight);
    }
}
