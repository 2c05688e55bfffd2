package org.numberreader.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.PictureWriter;
import org.numberreader.recognition.Accuracy;
import org.numberreader.recognition.ModelCard;
import org.numberreader.training.LabelledDigits;
import org.numberreader.training.evaluation.Corruption;
import org.numberreader.training.evaluation.DigitAnswer;
import org.numberreader.training.evaluation.Evaluation;
import org.numberreader.training.evaluation.Rejection;
import org.numberreader.training.evaluation.Robustness;

/** The page on what a model came to on MNIST's test pictures. */
public final class ModelPage {
    private ModelPage() {}

    /**
     * @param digits that were evaluated, for the pictures of the worst
     * @param robustness null where it was not measured; so {@code rejection}
     */
    public static HtmlPage of(
            ModelCard card,
            LabelledDigits digits,
            Evaluation found,
            @Nullable Robustness robustness,
            @Nullable Rejection rejection) {
        var page = new HtmlPage("Model %s %s on %,d test pictures"
                .formatted(card.name(), card.version(), found.accuracy().pictures()));
        page.table("Figures", "", List.of(), figures(card, found, robustness, rejection));
        page.table("Each digit", "", List.of("digit", "pictures", "right (95 % interval)"), ofDigits(found));
        page.table(
                "What was taken for what",
                "Rows: what it is. Columns: what it was taken for.",
                confusionHeaders(card),
                confusion(card, found));
        Judgements.add(page, found.calibration(), found.coverage());
        if (robustness != null) {
            addRobustness(page, robustness);
        }
        if (rejection != null) {
            addRejection(page, rejection);
        }
        return page.sheet(
                "The worst pictures",
                "Those whose truth was given the least chance: truth → read, with the chances of both.",
                found.worst().stream().map(answer -> tile(answer, digits)).toList());
    }

    private static List<List<String>> figures(
            ModelCard card, Evaluation found, @Nullable Robustness robustness, @Nullable Rejection rejection) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("right (95 % interval)", Texts.percent(found.accuracy())));
        if (card.knowsNone()) {
            rows.add(List.of("right among the ten digits alone (95 % interval)", Texts.percent(found.amongDigits())));
        }
        rows.add(List.of(
                "expected calibration error", Texts.percent(found.calibration().error())));
        rows.add(List.of("cross-entropy (negative log-likelihood), nats", Texts.decimals(found.crossEntropy())));
        rows.add(List.of("Brier score", Texts.decimals(found.brier())));
        rows.add(List.of(
                "area under risk and coverage", Texts.percent(found.coverage().area())));
        if (robustness != null) {
            rows.add(List.of("right, mean over all corruptions and strengths", Texts.percent(robustness.mean())));
        }
        if (rejection != null) {
            rows.add(List.of("not a digit: refused (95 % interval)", Texts.percent(rejection.refused())));
            rows.add(List.of("not a digit: no number read (95 % interval)", Texts.percent(rejection.unread())));
        }
        rows.add(List.of("network", "%s, %,d parameters".formatted(card.network(), card.parameters())));
        rows.add(List.of("trained with seed, for epochs", card.seed() + ", " + card.epoch()));
        rows.add(List.of("weights (SHA-256)", card.sha256()));
        return rows;
    }

    private static List<List<String>> ofDigits(Evaluation found) {
        return found.digits().stream()
                .map(of -> List.of(
                        String.valueOf(of.digit()),
                        String.valueOf(of.accuracy().pictures()),
                        Texts.percent(of.accuracy())))
                .toList();
    }

    private static List<String> confusionHeaders(ModelCard card) {
        return IntStream.range(-1, card.classes())
                .mapToObj(column -> column < 0 ? "" : name(column))
                .toList();
    }

    private static List<List<String>> confusion(ModelCard card, Evaluation found) {
        var rows = new ArrayList<List<String>>();
        for (int digit = 0; digit < found.confusion().size(); digit++) {
            var row = new ArrayList<String>();
            row.add(String.valueOf(digit));
            found.confusion()
                    .get(digit)
                    .subList(0, card.classes())
                    .forEach(count -> row.add(count == 0 ? "" : "" + count));
            rows.add(row);
        }
        return rows;
    }

    private static void addRobustness(HtmlPage page, Robustness robustness) {
        var rows = new ArrayList<List<String>>();
        var chart = new Chart("strength", "right, %");
        for (var of : robustness.corruptions()) {
            var corruption = of.corruption();
            var row = new ArrayList<>(List.of(corruption.id(), corruption.meaning()));
            of.strengths().forEach(found -> row.add(cell(found)));
            row.add(Texts.percent(of.mean()));
            rows.add(row);
            chart.curve(
                    corruption.id(),
                    of.strengths().stream()
                            .map(found -> (double) found.strength())
                            .toList(),
                    of.strengths().stream()
                            .map(found -> 100 * found.accuracy().accuracy())
                            .toList());
        }
        var headers = new ArrayList<>(List.of("corruption", "amount"));
        IntStream.rangeClosed(1, Corruption.STRENGTHS).forEach(strength -> headers.add("strength " + strength));
        headers.add("mean");
        page.table(
                "Spoilt pictures",
                "Right with each corruption in five strengths; in brackets its amount. \"Not a digit\" counts as wrong.",
                headers,
                rows);
        page.chart("Spoilt pictures, by strength", "", chart.png());
    }

    private static String cell(Robustness.OfStrength found) {
        Accuracy accuracy = found.accuracy();
        return String.format(Locale.ROOT, "%.2f %% (%s)", 100 * accuracy.accuracy(), Texts.plain(found.amount()));
    }

    private static void addRejection(HtmlPage page, Rejection rejection) {
        page.chart(
                "Not a digit",
                String.format(
                        Locale.ROOT,
                        "A picture is refused if its likeliest digit has less than a chance. At %.4f, which refuses %.1f %%"
                                + " of the validation digits, %s of the pictures that are no digit are refused.",
                        rejection.threshold(),
                        100 * Rejection.LOST,
                        Texts.percent(rejection.refused())),
                new Chart("validation digits refused, %", "others refused, %")
                        .curve(
                                "refused",
                                rejection.curve().stream()
                                        .map(point -> 100 * point.digits())
                                        .toList(),
                                rejection.curve().stream()
                                        .map(point -> 100 * point.others())
                                        .toList())
                        .png());
    }

    private static HtmlPage.Tile tile(DigitAnswer answer, LabelledDigits digits) {
        byte[] png = PictureWriter.png(digits.frame(answer.index()).image());
        return HtmlPage.Tile.of(
                png,
                String.format(
                        Locale.ROOT,
                        "#%d: %d (%.3f) → %s (%.3f)",
                        answer.index(),
                        answer.truth(),
                        answer.ofTruth(),
                        name(answer.read()),
                        answer.confidence()));
    }

    private static String name(int column) {
        return column < 10 ? String.valueOf(column) : "none";
    }
}
