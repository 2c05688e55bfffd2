package org.numberreader.decoding;

import java.util.List;
import org.numberreader.decoding.Feature.Effect;
import org.numberreader.recognition.Symbol;

/** What a number's confidence is computed from. The weights are fitted, each with the sign that its feature's effect allows. */
public final class ConfidenceFeatures {
    /** In the order of the values. */
    public static final List<Feature> ALL = List.of(
            new Feature("leastLikelyDigit", Effect.RAISES),
            new Feature("meanDigit", Effect.EITHER),
            new Feature("leastLikelySign", Effect.RAISES),
            new Feature("looksAgree", Effect.RAISES),
            new Feature("otherLook", Effect.RAISES),
            new Feature("leastByDigitNetwork", Effect.RAISES),
            new Feature("notADigit", Effect.LOWERS),
            new Feature("networksDisagree", Effect.LOWERS),
            new Feature("logDigits", Effect.EITHER),
            new Feature("otherBeside", Effect.LOWERS),
            new Feature("leftOver", Effect.LOWERS),
            new Feature("heightSpread", Effect.LOWERS),
            new Feature("onTheMap", Effect.RAISES),
            new Feature("logHeight", Effect.EITHER),
            new Feature("lowHeight", Effect.EITHER),
            new Feature("runnerUp", Effect.LOWERS));

    /** Their names, in the same order. */
    public static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    /** Other handwriting closer than this, in heights of the digits, may belong to the number. */
    private static final double BESIDE = 0.7;

    /** Columns beyond a number's ends in which something may have been overlooked. */
    private static final int MARGIN = 5;

    /** The other look's word where it says something else. */
    private static final double ELSE = -5;

    /** Digits lower than this, in the picture's pixels, lose what tells them apart. */
    private static final double LOW = 20;

    private final Look look;
    private final List<Look> looks;
    private final WrittenPart part;
    private final DigitOpinions opinions;

    ConfidenceFeatures(Look look, List<Look> looks, WrittenPart part, DigitOpinions opinions) {
        this.look = look;
        this.looks = looks;
        this.part = part;
        this.opinions = opinions;
    }

    /** @param runnerUp the logarithm of the next text's share of the first one's */
    double[] values(double runnerUp) {
        double least = 0;
        double sum = 0;
        double byDigitNetwork = 0;
        double none = 0;
        double disagree = 0;
        for (int i = 0; i < opinions.size(); i++) {
            int digit = opinions.best(i);
            least = Math.min(least, opinions.logLine(i, digit));
            sum += opinions.logLine(i, digit);
            byDigitNetwork = Math.min(byDigitNetwork, opinions.logDigit(i, digit));
            none = Math.max(none, opinions.notADigit(i));
            disagree += opinions.logDigit(i, digit) < Math.log(0.5) ? 1.0 / opinions.size() : 0;
        }
        double other = otherLook();
        double height = LineParser.median(
                part.digits().stream().map(FoundSymbol::height).toList(), 1);
        double pixels = Math.max(1, height / look.line().scale());
        return new double[] {
            least,
            sum / opinions.size(),
            leastLikelySign(),
            other > ELSE ? 1 : 0,
            other,
            byDigitNetwork,
            none,
            disagree,
            Math.log(opinions.size()),
            otherBeside(height),
            leftOver(),
            heightSpread(height),
            look.line().line().found(),
            Math.log(pixels),
            Math.max(0, Math.log(LOW / pixels)),
            Math.max(-8, runnerUp)
        };
    }

    private double leastLikelySign() {
        return part.symbols().stream()
                .filter(found -> !found.symbol().isDigit())
                .mapToDouble(found -> Math.log(Math.max(1e-6, found.probability())))
                .reduce(0, Math::min);
    }

    /** How far the height of a digit is off the others', as a logarithm. */
    private double heightSpread(double height) {
        return part.digits().stream()
                .mapToDouble(digit -> Math.abs(Math.log(Math.max(1, digit.height()) / Math.max(1, height))))
                .reduce(0, Math::max);
    }

    /** The least likely symbol of the same text in the other cuts; {@value #ELSE} where one of them says something else. */
    private double otherLook() {
        var text = new StringBuilder();
        int digit = 0;
        for (var found : part.symbols()) {
            text.append(
                    found.symbol().isDigit()
                            ? String.valueOf(opinions.best(digit++))
                            : found.symbol().text());
        }
        double from = look.along(part.first().left());
        double to = look.along(part.last().right());
        double least = 0;
        for (var other : looks) {
            if (other.equals(look)) {
                continue;
            }
            var said = new StringBuilder();
            for (var found : other.symbols()) {
                double at = other.along(found.centre());
                if (at >= from
                        && at <= to
                        && (found.symbol().isDigit() || found.symbol().isSign())) {
                    said.append(found.symbol().text());
                    least = Math.min(least, Math.log(Math.max(1e-6, found.probability())));
                }
            }
            if (!said.toString().contentEquals(text)) {
                return ELSE;
            }
        }
        return Math.max(ELSE + 0.1, least);
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
