package org.numberreader.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.Evaluation;

/**
 * What a model came to on MNIST's test pictures.
 *
 * @param interval 95 %, lower and upper end
 * @param confusion for each digit how often it was taken for which; an eleventh column where the model has "not a digit"
 */
public record ModelReport(
        String model,
        String version,
        String network,
        String sha256,
        int parameters,
        int pictures,
        double accuracy,
        Interval interval,
        double crossEntropy,
        double calibrationError,
        List<Digit> digits,
        List<List<Integer>> confusion)
        implements Report {

    /** A 95 % interval, 0 to 1. */
    public record Interval(double low, double high) {
        static Interval of(Accuracy accuracy) {
            return new Interval(accuracy.low(), accuracy.high());
        }
    }

    /** What the pictures of one digit came to. */
    public record Digit(int digit, int pictures, double accuracy, Interval interval) {}

    public static ModelReport of(ModelCard card, Evaluation found) {
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
                found.crossEntropy(),
                found.calibrationError(),
                found.digits().stream().map(ModelReport::digit).toList(),
                found.confusion().stream()
                        .map(row -> row.subList(0, card.classes()))
                        .toList());
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        line(text, "model %s %s: network %s, %,d parameters", model, version, network, parameters);
        line(text, "weights %s", sha256);
        line(text, "%,d pictures, %s", pictures, percent(accuracy, interval));
        line(text, "expected calibration error %.2f %%, cross-entropy %.4f", 100 * calibrationError, crossEntropy);
        line(text, "");
        line(text, "digit  pictures  right (95 %% interval)");
        for (var digit : digits) {
            line(text, "%5d  %8d  %s", digit.digit, digit.pictures, percent(digit.accuracy, digit.interval));
        }
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
        return text.toString();
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
