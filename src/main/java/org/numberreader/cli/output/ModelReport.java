package org.numberreader.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.evaluation.Calibration;
import org.numberreader.training.evaluation.DigitAnswer;
import org.numberreader.training.evaluation.Evaluation;
import org.numberreader.training.evaluation.Rejection;
import org.numberreader.training.evaluation.RiskCoverage;
import org.numberreader.training.evaluation.Robustness;

/**
 * What a model came to on MNIST's test pictures.
 *
 * @param interval 95 %, lower and upper end
 * @param amongDigits accuracy among the ten digits alone, "not a digit" left out (closed-set accuracy); not in
 *     the JSON of a network that knows nothing else
 * @param crossEntropy the negative log-likelihood, nats
 * @param confusion for each digit how often it was taken for which; an eleventh column where the model has "not a digit"
 * @param robustness not in the JSON where it was not measured; so {@code rejection}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelReport(
        String model,
        String version,
        String network,
        String sha256,
        int parameters,
        int pictures,
        double accuracy,
        Interval interval,
        @Nullable Accuracy amongDigits,
        double crossEntropy,
        double brier,
        double calibrationError,
        List<Digit> digits,
        List<List<Integer>> confusion,
        List<Calibration.Bin> reliability,
        RiskCoverage riskCoverage,
        List<DigitAnswer> worst,
        @Nullable Robustness robustness,
        @Nullable Rejection rejection)
        implements Report {

    /** A 95 % interval, 0 to 1. */
    public record Interval(double low, double high) {
        static Interval of(Accuracy accuracy) {
            return new Interval(accuracy.low(), accuracy.high());
        }
    }

    /** What the pictures of one digit came to. */
    public record Digit(int digit, int pictures, double accuracy, Interval interval) {}

    public static ModelReport of(
            ModelCard card, Evaluation found, @Nullable Robustness robustness, @Nullable Rejection rejection) {
        var accuracy = found.accuracy();
        return new ModelReport(
                card.name(),
                card.version(),
                card.network(),
                card.sha256(),
                card.parameters(),
                accuracy.pictures(),
                accuracy.accuracy(),
                Interval.of(accuracy),
                card.knowsNone() ? found.amongDigits() : null,
                found.crossEntropy(),
                found.brier(),
                found.calibration().error(),
                found.digits().stream().map(ModelReport::digit).toList(),
                found.confusion().stream()
                        .map(row -> row.subList(0, card.classes()))
                        .toList(),
                found.calibration().bins(),
                found.coverage(),
                found.worst(),
                robustness,
                rejection);
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        line(text, "model %s %s: network %s, %,d parameters", model, version, network, parameters);
        line(text, "weights %s", sha256);
        line(text, "%,d pictures, %s", pictures, percent(accuracy, interval));
        if (amongDigits != null) {
            line(text, "among the ten digits alone, %s", percent(amongDigits.accuracy(), Interval.of(amongDigits)));
        }
        line(
                text,
                "expected calibration error %.2f %%, cross-entropy %.4f, Brier score %.4f",
                100 * calibrationError,
                crossEntropy,
                brier);
        line(text, "");
        digits(text);
        confusion(text);
        if (robustness != null) {
            spoilt(text, robustness);
        }
        if (rejection != null) {
            line(text, "");
            line(
                    text,
                    "not a digit: %s refused at %.4f, no number read in %s",
                    percent(rejection.refused().accuracy(), Interval.of(rejection.refused())),
                    rejection.threshold(),
                    percent(rejection.unread().accuracy(), Interval.of(rejection.unread())));
        }
        return text.toString();
    }

    private void digits(StringBuilder text) {
        line(text, "digit  pictures  right (95 %% interval)");
        for (var digit : digits) {
            line(text, "%5d  %8d  %s", digit.digit, digit.pictures, percent(digit.accuracy, digit.interval));
        }
    }

    private void confusion(StringBuilder text) {
        line(text, "");
        line(text, "what it is (row) and what it was taken for (column)");
        int columns = confusion.get(0).size();
        line(
                text,
                "     %s",
                IntStream.range(0, columns).mapToObj(ModelReport::heading).collect(Collectors.joining()));
        for (int digit = 0; digit < confusion.size(); digit++) {
            var counts = confusion.get(digit).stream().map("%6d"::formatted).collect(Collectors.joining());
            line(text, "%5d%s", digit, counts);
        }
    }

    private static void spoilt(StringBuilder text, Robustness robustness) {
        line(text, "");
        line(text, "spoilt pictures right, %%, by strength          1      2      3      4      5   mean");
        for (var of : robustness.corruptions()) {
            var cells = of.strengths().stream()
                    .map(found -> String.format(
                            Locale.ROOT, "%7.2f", 100 * found.accuracy().accuracy()))
                    .collect(Collectors.joining());
            line(text, "%-40s%s%7.2f", of.corruption().id(), cells, 100 * of.mean());
        }
        line(text, "%-75s%7.2f", "all", 100 * robustness.mean());
    }

    private static Digit digit(Evaluation.OfDigit found) {
        var accuracy = found.accuracy();
        return new Digit(found.digit(), accuracy.pictures(), accuracy.accuracy(), Interval.of(accuracy));
    }

    private static String heading(int column) {
        return column < 10 ? "%6d".formatted(column) : "  none";
    }

    private static String percent(double share, Interval interval) {
        return String.format(
                Locale.ROOT, "%.2f %% (%.2f to %.2f)", 100 * share, 100 * interval.low, 100 * interval.high);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
