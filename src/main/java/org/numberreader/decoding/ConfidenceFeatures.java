package org.numberreader.decoding;

import java.util.List;
import org.numberreader.decoding.Feature.Effect;
import org.numberreader.recognition.Symbol;

/** What a number's confidence is computed from. The weights are fitted, each with the sign that its feature's effect allows. */
public final class ConfidenceFeatures {
    /** In the order of the values. */
    public static final List<Feature> ALL = List.of(
            new Feature("leastLikelyDigit", Effect.RAISES),
            new Feature("neighbourAsDigit", Effect.LOWERS),
            new Feature("leastByDigitNetwork", Effect.RAISES),
            new Feature("notADigit", Effect.LOWERS),
            new Feature("logDigits", Effect.EITHER),
            new Feature("otherBeside", Effect.LOWERS),
            new Feature("leftOver", Effect.LOWERS),
            new Feature("heightSpread", Effect.LOWERS),
            new Feature("onTheMap", Effect.RAISES),
            new Feature("runnerUp", Effect.LOWERS));

    /** Their names, in the same order. */
    public static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    /** Other handwriting closer than this, in heights of the digits, may belong to the number. */
    private static final double BESIDE = 0.7;

    /** Columns beyond a number's ends in which something may have been overlooked. */
    private static final int MARGIN = 5;

    /** Log odds beyond it, either way, are beyond what a network knows of itself. */
    private static final double SURE = 7;

    private final Look look;
    private final WrittenPart part;
    private final DigitOpinions opinions;

    ConfidenceFeatures(Look look, WrittenPart part, DigitOpinions opinions) {
        this.look = look;
        this.part = part;
        this.opinions = opinions;
    }

    /** @param runnerUp the logarithm of the next text's share of the first one's */
    double[] values(double runnerUp) {
        double least = 1;
        double byDigitNetwork = 1;
        double none = 0;
        for (int i = 0; i < opinions.size(); i++) {
            int digit = opinions.best(i);
            least = Math.min(least, Math.exp(opinions.logLine(i, digit)));
            byDigitNetwork = Math.min(byDigitNetwork, Math.exp(opinions.logDigit(i, digit)));
            none = Math.max(none, opinions.notADigit(i));
        }
        double height = LineParser.median(
                part.digits().stream().map(FoundSymbol::height).toList(), 1);
        return new double[] {
            logOdds(least),
            logOdds(neighbourAsDigit(height)),
            logOdds(byDigitNetwork),
            logOdds(none),
            Math.log(opinions.size()),
            otherBeside(height),
            logOdds(leftOver()),
            heightSpread(height),
            look.line().line().found(),
            Math.max(-SURE, runnerUp)
        };
    }

    private static double logOdds(double probability) {
        double odds = Math.log(Math.max(1e-9, probability) / Math.max(1e-9, 1 - probability));
        return Math.max(-SURE, Math.min(SURE, odds));
    }

    /** How likely what parts the number from its neighbours is a digit of it after all: a slash may be a 1, a border too. */
    private double neighbourAsDigit(double height) {
        double from = part.first().left() - BESIDE * height;
        double to = part.last().right() + BESIDE * height;
        return look.symbols().stream()
                .filter(found -> found.symbol().isSign() || found.symbol() == Symbol.BORDER)
                .filter(found -> found.right() > from && found.left() < to)
                .filter(found -> !part.symbols().contains(found))
                .mapToDouble(this::asDigit)
                .reduce(0, Math::max);
    }

    private double asDigit(FoundSymbol sign) {
        var scores = look.scores();
        double most = 0;
        for (int column = Math.max(0, sign.column() - 1);
                column <= Math.min(scores.columns() - 1, sign.column() + 1);
                column++) {
            double digits = 0;
            for (int digit = 0; digit < 10; digit++) {
                digits += scores.probability(column, Symbol.all().get(digit));
            }
            most = Math.max(most, digits);
        }
        return most;
    }

    /** How far the height of a digit is off the others', as a logarithm. */
    private double heightSpread(double height) {
        return part.digits().stream()
                .mapToDouble(digit -> Math.abs(Math.log(Math.max(1, digit.height()) / Math.max(1, height))))
                .reduce(0, Math::max);
    }

    /** Whether other handwriting is so close that it could belong to the number: 1 or 0. */
    private double otherBeside(double height) {
        double from = part.first().left() - BESIDE * height;
        double to = part.last().right() + BESIDE * height;
        boolean beside = look.symbols().stream()
                .anyMatch(found -> found.symbol() == Symbol.OTHER && found.right() > from && found.left() < to);
        return beside ? 1 : 0;
    }

    /** The most that a column near the number speaks for a symbol that is not in the text. */
    private double leftOver() {
        var scores = look.scores();
        int from = Math.max(0, part.first().column() - MARGIN);
        int to = Math.min(scores.columns() - 1, part.last().column() + MARGIN);
        double most = 0;
        for (int column = from; column <= to; column++) {
            int here = column;
            boolean own = look.symbols().stream().anyMatch(found -> Math.abs(found.column() - here) <= 2);
            if (!own) {
                most = Math.max(most, 1 - scores.probability(column, Symbol.NONE));
            }
        }
        return most;
    }
}
