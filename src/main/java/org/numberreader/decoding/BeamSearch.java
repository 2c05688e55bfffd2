package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.Symbol;

/**
 * The likeliest texts of some columns: prefix beam search (Graves et al., 2006; Hannun et al., 2014), where equal neighbours are
 * one symbol and a text's probability is that of all its ways through the columns.
 */
final class BeamSearch {
    /** Texts kept after each column; with more no picture of the validation set is read otherwise. */
    private static final int KEPT = 12;

    /** What a column takes for less likely than this is not followed. */
    private static final float LEAST = 0.002f;

    /** The least of nothing's probability: a network so sure of more digits than are allowed would leave no text at all. */
    static final double LEAST_NONE = 1e-9;

    private static final Comparator<Prefix> BEST_FIRST = (one, other) -> Double.compare(other.sum(), one.sum());

    private final ColumnScores scores;
    private final List<Symbol> allowed;
    private final List<Symbol> notAllowed;
    private final int fewest;
    private final int most;

    /**
     * @param allowed symbols that a text may have
     * @param fewest digits of a text
     * @param most the same
     */
    BeamSearch(ColumnScores scores, Predicate<Symbol> allowed, int fewest, int most) {
        this.scores = scores;
        this.allowed = new ArrayList<>();
        this.notAllowed = new ArrayList<>();
        for (var symbol : Symbol.all()) {
            if (symbol != Symbol.NONE) {
                (allowed.test(symbol) ? this.allowed : notAllowed).add(symbol);
            }
        }
        this.fewest = fewest;
        this.most = most;
    }

    /** For texts of all symbols and of any length: a line has many numbers. */
    static BeamSearch ofAll(ColumnScores scores) {
        return new BeamSearch(scores, any -> true, 0, Integer.MAX_VALUE);
    }

    /**
     * A text and the natural logarithm of its probability.
     *
     * @param symbols from left to right
     */
    record Hypothesis(List<Symbol> symbols, double logProbability) {
        Hypothesis {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * A text as it grows: its last symbol and what is before it, and the probabilities of its ways through the columns: those that end
     * in nothing, and those that end in its last symbol.
     */
    private static final class Prefix {
        final @Nullable Prefix before;
        final Symbol last;
        final int digits;
        double nothing;
        double symbol;

        /** The same after one more column. */
        private double nextNothing;

        private double nextSymbol;
        private int reached = -1;
        private @Nullable Prefix @Nullable [] longer;

        Prefix(@Nullable Prefix before, Symbol last) {
            this.before = before;
            this.last = last;
            this.digits = (before == null ? 0 : before.digits) + (last.isDigit() ? 1 : 0);
        }

        Prefix with(Symbol added) {
            if (longer == null) {
                longer = new @Nullable Prefix[Symbol.all().size()];
            }
            var with = longer[added.ordinal()];
            if (with == null) {
                with = new Prefix(this, added);
                longer[added.ordinal()] = with;
            }
            return with;
        }

        double sum() {
            return nothing + symbol;
        }

        /** Adds ways that end here after a column; the first ones make the prefix one of {@code all}. */
        void reach(int column, double withNothing, double withSymbol, List<Prefix> all) {
            if (reached != column) {
                reached = column;
                nextNothing = 0;
                nextSymbol = 0;
                all.add(this);
            }
            nextNothing += withNothing;
            nextSymbol += withSymbol;
        }

        void next() {
            nothing = nextNothing;
            symbol = nextSymbol;
        }

        List<Symbol> symbols() {
            var symbols = new ArrayList<Symbol>();
            for (Prefix prefix = this; prefix != null && prefix.before != null; prefix = prefix.before) {
                symbols.add(prefix.last);
            }
            Collections.reverse(symbols);
            return symbols;
        }
    }

    /**
     * The likeliest texts of the columns {@code from} to {@code to}, the best first.
     *
     * @return empty if none has an allowed number of digits
     */
    List<Hypothesis> best(int from, int to, int count) {
        var start = new Prefix(null, Symbol.NONE);
        start.nothing = 1;
        List<Prefix> beam = List.of(start);
        double logScale = 0;
        for (int column = from; column < to; column++) {
            var possible = possible(column);
            if (possible.isEmpty()) {
                // Most columns have no symbol: all texts stay as they are, and in their order.
                double none = none(column);
                for (var prefix : beam) {
                    prefix.nothing = prefix.sum() * none;
                    prefix.symbol = 0;
                }
                logScale += Math.log(normalised(beam));
            } else {
                var grown = grown(beam, column, possible);
                logScale += Math.log(normalised(grown));
                beam = pruned(grown);
            }
        }
        double scale = logScale;
        return beam.stream()
                .filter(prefix -> prefix.digits >= fewest && prefix.digits <= most)
                .filter(prefix -> prefix.sum() > 0)
                .map(prefix -> new Hypothesis(prefix.symbols(), Math.log(prefix.sum()) + scale))
                .sorted(Comparator.comparingDouble(Hypothesis::logProbability).reversed())
                .limit(count)
                .toList();
    }

    /** Brings the sum of all ways to 1, which long lines would lose in the limits of a double; returns what it was. */
    private static double normalised(List<Prefix> all) {
        double total = 0;
        for (var prefix : all) {
            total += prefix.sum();
        }
        for (var prefix : all) {
            prefix.nothing /= total;
            prefix.symbol /= total;
        }
        return total;
    }

    /** All prefixes after one more column. */
    private List<Prefix> grown(List<Prefix> beam, int column, List<Symbol> possible) {
        var grown = new ArrayList<Prefix>(beam.size() * (1 + possible.size()));
        double none = none(column);
        boolean apart = scores.isApart(column);
        for (var prefix : beam) {
            prefix.reach(column, prefix.sum() * none, 0, grown);
            for (var symbol : possible) {
                grow(grown, prefix, symbol, column, apart);
            }
        }
        grown.forEach(Prefix::next);
        return grown;
    }

    /** The symbols that a column may be taken for. */
    private List<Symbol> possible(int column) {
        var possible = new ArrayList<Symbol>();
        for (var symbol : allowed) {
            if (scores.probability(column, symbol) >= LEAST) {
                possible.add(symbol);
            }
        }
        return possible;
    }

    /** The probability that a column has no symbol that a text may have. */
    private double none(int column) {
        double none = scores.probability(column, Symbol.NONE);
        for (var symbol : notAllowed) {
            none += scores.probability(column, symbol);
        }
        return Math.max(LEAST_NONE, none);
    }

    private void grow(List<Prefix> grown, Prefix prefix, Symbol symbol, int column, boolean apart) {
        double chance = scores.probability(column, symbol);
        boolean same = symbol == prefix.last && prefix.before != null && !apart;
        if (same) {
            prefix.reach(column, 0, prefix.symbol * chance, grown);
        }
        double into = (apart ? prefix.sum() : prefix.nothing) * chance;
        if (into > 0 && (prefix.digits < most || !symbol.isDigit())) {
            prefix.with(symbol).reach(column, 0, into, grown);
        }
    }

    /** The best of all; and where the number of digits matters the best of each number. */
    private List<Prefix> pruned(List<Prefix> beam) {
        boolean byDigits = fewest > 1 || most < Expectation.LONGEST;
        beam.sort(BEST_FIRST);
        if (!byDigits) {
            return beam.subList(0, Math.min(KEPT, beam.size()));
        }
        var kept = new ArrayList<Prefix>();
        var counts = new HashMap<Integer, Integer>();
        for (var prefix : beam) {
            if (counts.merge(prefix.digits, 1, Integer::sum) <= KEPT / 2) {
                kept.add(prefix);
            }
        }
        return kept;
    }
}
