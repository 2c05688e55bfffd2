package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
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
     * Of the cuts' likeliest texts the one is read that has the highest mean probability in all cuts, in the cut in which it is the
     * likeliest: a cut that is sure alone may be one that cuts a digit.
     */
    static LookedAt of(List<Look> looks) {
        var sums = new HashMap<List<Symbol>, Double>();
        if (looks.stream().map(Look::text).distinct().count() > 1) {
            // Of a long line every text's probability may be too small for a double: only their ratios count.
            double top = looks.stream().mapToDouble(Look::logProbability).max().orElseThrow();
            for (var look : looks) {
                sums.computeIfAbsent(
                        look.text(),
                        text -> looks.stream()
                                .mapToDouble(other -> Math.exp(other.logProbability(text) - top))
                                .sum());
            }
        }
        var best = looks.stream()
                .max(Comparator.comparingDouble((Look look) -> sums.getOrDefault(look.text(), 0.0))
                        .thenComparingDouble(Look::logProbability))
                .orElseThrow();
        return new LookedAt(looks, best);
    }

    /**
     * The same line where what stands between two digits or is alone, and is other handwriting to the line recogniser, may be a digit.
     *
     * @param asDigit the digit that such ink is, or the ink as it is
     */
    LookedAt withDigitsFor(BiFunction<Look, FoundSymbol, FoundSymbol> asDigit) {
        var symbols = new ArrayList<>(best.symbols());
        for (int i = 0; i < symbols.size(); i++) {
            var found = symbols.get(i);
            if (found.symbol() == Symbol.OTHER && (symbols.size() == 1 || isBetweenDigits(symbols, i))) {
                symbols.set(i, asDigit.apply(best, found));
            }
        }
        return read(symbols);
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
        int count = 1;
        double at = look.along(found.centre());
        double near = NEAR * found.height() / look.line().scale();
        for (var other : looks) {
            if (other.equals(look)) {
                continue;
            }
            var same = other.symbols().stream()
                    .filter(symbol -> Math.abs(other.along(symbol.centre()) - at) < near)
                    .min(Comparator.comparingDouble(symbol -> Math.abs(other.along(symbol.centre()) - at)));
            if (same.isPresent()) {
                double[] own = DigitOpinions.digits(other.scores(), same.get().column());
                for (int digit = 0; digit < own.length; digit++) {
                    mean[digit] *= own[digit];
                }
                count++;
            }
        }
        for (int digit = 0; digit < mean.length; digit++) {
            mean[digit] = Math.pow(mean[digit], 1.0 / count);
        }
        return mean;
    }
}
