package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.numberreader.recognition.Symbol;

/** A text line in all cuts that were made of it. */
record LookedAt(List<Look> looks) {
    /** Symbols of two cuts are the same if their centres are so close, in their height. */
    private static final double NEAR = 0.25;

    LookedAt {
        looks = List.copyOf(looks);
    }

    /**
     * A line in the cuts in which its text can be read. Of the cuts' likeliest texts it is the one of the highest mean probability in
     * all cuts: two cuts that leave some doubt of the same text say more than one that is sure of another.
     */
    static LookedAt of(List<Look> looks) {
        var texts = new LinkedHashSet<List<Symbol>>();
        looks.forEach(look -> texts.add(look.text()));
        if (texts.size() == 1) {
            return new LookedAt(looks);
        }
        // Of a long line every text's probability may be too small for a double: only their ratios count.
        double top = looks.stream().mapToDouble(Look::logProbability).max().orElseThrow();
        List<Symbol> likeliest = List.of();
        double highest = -1;
        for (var text : texts) {
            double sum = looks.stream()
                    .mapToDouble(look -> Math.exp(look.logProbability(text) - top))
                    .sum();
            if (sum > highest) {
                highest = sum;
                likeliest = text;
            }
        }
        var read = new ArrayList<Look>();
        for (var look : looks) {
            var same = look.as(likeliest);
            if (same.logProbability() > Double.NEGATIVE_INFINITY) {
                read.add(same);
            }
        }
        return new LookedAt(read);
    }

    /** The cut in which the text is the likeliest. */
    Look best() {
        return looks.stream()
                .max(Comparator.comparingDouble(Look::logProbability))
                .orElseThrow();
    }

    /**
     * The same line where what stands between two digits, and is other handwriting to the line recogniser, may be a digit.
     *
     * @param asDigit the digit that such ink is, or the ink as it is
     */
    LookedAt withDigitsFor(BiFunction<Look, FoundSymbol, FoundSymbol> asDigit) {
        var best = best();
        var symbols = new ArrayList<>(best.symbols());
        for (int i = 1; i + 1 < symbols.size(); i++) {
            var found = symbols.get(i);
            boolean between = symbols.get(i - 1).symbol().isDigit()
                    && symbols.get(i + 1).symbol().isDigit();
            if (found.symbol() == Symbol.OTHER && between) {
                symbols.set(i, asDigit.apply(best, found));
            }
        }
        return read(best, symbols);
    }

    /**
     * The same line where the stroke that strikes out other handwriting strikes out all that it runs through: a network knows some
     * of the digits below it, and takes them for a number's.
     */
    LookedAt withStruckOut() {
        var best = best();
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
        return read(best, symbols);
    }

    private LookedAt read(Look best, List<FoundSymbol> symbols) {
        if (symbols.equals(best.symbols())) {
            return this;
        }
        var changed = new Look(best.line(), best.scores(), symbols, best.logProbability(), best.from(), best.to());
        return new LookedAt(
                looks.stream().map(look -> look.equals(best) ? changed : look).toList());
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
