package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numberreader.recognition.DigitClassifier;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.Symbol;

/**
 * A text line in all cuts that were made of it.
 *
 * @param best the one that is read
 */
record LookedAt(List<Look> looks, Look best) {
    /** Symbols of two cuts are the same if their centres are so close, in their height. */
    private static final double NEAR = 0.25;

    LookedAt {
        looks = List.copyOf(looks);
    }

    /**
     * Of the cuts' likeliest texts the one is read that has the highest mean probability in all cuts, in the surest of the cuts that
     * read it: a cut that is sure alone may be one that cuts a digit.
     */
    static LookedAt of(List<Look> looks) {
        var likelihoods = new HashMap<List<Symbol>, Double>();
        if (looks.stream().map(Look::text).distinct().count() > 1) {
            looks.forEach(look -> likelihoods.computeIfAbsent(look.text(), text -> likelihood(looks, text)));
        }
        var best = looks.stream()
                .max(Comparator.comparingDouble((Look look) -> likelihoods.getOrDefault(look.text(), 0.0))
                        .thenComparingDouble(Look::logProbability))
                .orElseThrow();
        return new LookedAt(looks, best);
    }

    /** The mean probability of a text in all cuts, but for a factor that is the same for every text. */
    private static double likelihood(List<Look> looks, List<Symbol> text) {
        // Of a long line every text's probability may be too small for a double: only their ratios count.
        double top = looks.stream().mapToDouble(Look::logProbability).max().orElseThrow();
        return looks.stream()
                .mapToDouble(look -> Math.exp(look.logProbability(text) - top))
                .sum();
    }

    /**
     * The same line where what stands between two digits or is alone, and is other handwriting to the line recogniser, is a digit if
     * both networks together find a digit likelier than none. What is struck out is none.
     *
     * @param classifier asked of that ink in every cut that has a symbol there
     */
    LookedAt withDigitsFor(DigitClassifier classifier) {
        var symbols = new ArrayList<>(best.symbols());
        for (int i = 0; i < symbols.size(); i++) {
            var found = symbols.get(i);
            if (found.symbol() == Symbol.OTHER
                    && (symbols.size() == 1 || isBetweenDigits(symbols, i))
                    && !best.isStruckOut(List.of(found))) {
                var frames = new ArrayList<>(List.of(best.frame(found)));
                others(best, found).forEach((look, same) -> frames.add(look.frame(same)));
                var scores = DigitScores.mean(classifier.score(frames));
                var likeliest = found;
                double highest = likelihood(looks, text(symbols)) * scores.notADigit();
                for (int digit = 0; digit < 10; digit++) {
                    var other = found.as(Symbol.all().get(digit), best.scores());
                    symbols.set(i, other);
                    double product = likelihood(looks, text(symbols)) * scores.digits()[digit];
                    if (product > highest) {
                        likeliest = other;
                        highest = product;
                    }
                }
                symbols.set(i, likeliest);
            }
        }
        return read(symbols);
    }

    private static List<Symbol> text(List<FoundSymbol> symbols) {
        return symbols.stream().map(FoundSymbol::symbol).toList();
    }

    private static boolean isBetweenDigits(List<FoundSymbol> symbols, int i) {
        return i > 0
                && i + 1 < symbols.size()
                && symbols.get(i - 1).symbol().isDigit()
                && symbols.get(i + 1).symbol().isDigit();
    }

    /**
     * The same line where the stroke that strikes out other handwriting strikes out all that it runs through: a network knows some
     * of the digits below it, and takes them for a number's.
     */
    LookedAt withStruckOut() {
        var symbols = new ArrayList<>(best.symbols());
        for (int i = 0, to; i < symbols.size(); i = to) {
            to = i + 1;
            if (symbols.get(i).symbol() == Symbol.OTHER) {
                int from = i;
                while (from > 0 && best.isStruckOut(symbols.subList(from - 1, to))) {
                    from--;
                }
                while (to < symbols.size() && best.isStruckOut(symbols.subList(from, to + 1))) {
                    to++;
                }
                symbols.subList(from, to).replaceAll(found -> found.as(Symbol.OTHER, best.scores()));
            }
        }
        return read(symbols);
    }

    private LookedAt read(List<FoundSymbol> symbols) {
        if (symbols.equals(best.symbols())) {
            return this;
        }
        var changed = best.with(symbols);
        return new LookedAt(
                looks.stream().map(look -> look.equals(best) ? changed : look).toList(), changed);
    }

    /**
     * What the line recogniser says of the ten digits at a place, in the geometric mean of the cuts that have a symbol there.
     *
     * @param found in {@code look}
     */
    double[] digits(Look look, FoundSymbol found) {
        var mean = DigitOpinions.digits(look.scores(), found.column());
        var others = others(look, found);
        others.forEach((other, same) -> {
            double[] own = DigitOpinions.digits(other.scores(), same.column());
            for (int digit = 0; digit < own.length; digit++) {
                mean[digit] *= own[digit];
            }
        });
        for (int digit = 0; digit < mean.length; digit++) {
            mean[digit] = Math.pow(mean[digit], 1.0 / (1 + others.size()));
        }
        return mean;
    }

    /** The symbol at the same place in each other cut that has one there. */
    private Map<Look, FoundSymbol> others(Look look, FoundSymbol found) {
        double at = look.along(found.centre());
        double near = NEAR * found.height() / look.line().scale();
        var others = new LinkedHashMap<Look, FoundSymbol>();
        for (var other : looks) {
            if (!other.equals(look)) {
                other.symbols().stream()
                        .filter(symbol -> Math.abs(other.along(symbol.centre()) - at) < near)
                        .min(Comparator.comparingDouble(symbol -> Math.abs(other.along(symbol.centre()) - at)))
                        .ifPresent(same -> others.put(other, same));
            }
        }
        return others;
    }
}
