package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final ColumnScores scores;
    private final Predicate<Symbol> allowed;
    private final int fewest;
    private final int most;

    /**
     * @param allowed symbols that a text may have
     * @param fewest digits of a text
     * @param most the same
     */
    BeamSearch(ColumnScores scores, Predicate<Symbol> allowed, int fewest, int most) {
        this.scores = scores;
        this.allowed = allowed;
        this.fewest = fewest;
        this.most = most;
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

    /** A text as it grows: its last symbol and what is before it. */
    private static final class Prefix {
        final @Nullable Prefix before;
        final Symbol last;
        final int digits;
        private final Map<Symbol, Prefix> next = new LinkedHashMap<>();

        Prefix(@Nullable Prefix before, Symbol last) {
            this.before = before;
            this.last = last;
            this.digits = (before == null ? 0 : before.digits) + (last.isDigit() ? 1 : 0);
        }

        Prefix with(Symbol symbol) {
            return next.computeIfAbsent(symbol, added -> new Prefix(this, added));
        }

        List<Symbol> symbols() {
            var symbols = new ArrayList<Symbol>();
            for (Prefix prefix = this; prefix != null && prefix.before != null; prefix = prefix.before) {
                symbols.add(0, prefix.last);
            }
            return symbols;
        }
    }

    /** Probabilities of a prefix' ways: those that end in nothing, and those that end in its last symbol. */
    private static final class Ways {
        double nothing;
        double symbol;

        double sum() {
            return nothing + symbol;
        }
    }

    /**
     * The likeliest texts of the columns {@code from} to {@code to}, the best first.
     *
     * @return empty if none has an allowed number of digits
     */
    List<Hypothesis> best(int from, int to, int count) {
        var beam = new LinkedHashMap<Prefix, Ways>();
        var start = new Ways();
        start.nothing = 1;
        beam.put(new Prefix(null, Symbol.NONE), start);
        double logScale = 0;
        for (int column = from; column < to; column++) {
            var grown = grown(beam, column);
            double total = 0;
            for (var ways : grown.values()) {
                total += ways.sum();
            }
            for (var ways : grown.values()) {
                ways.nothing /= total;
                ways.symbol /= total;
            }
            logScale += Math.log(total);
            beam = pruned(grown);
        }
        double scale = logScale;
        return beam.entrySet().stream()
                .filter(entry -> entry.getKey().digits >= fewest && entry.getKey().digits <= most)
                .filter(entry -> entry.getValue().sum() > 0)
                .map(entry -> new Hypothesis(
                        entry.getKey().symbols(), Math.log(entry.getValue().sum()) + scale))
                .sorted(Comparator.comparingDouble(Hypothesis::logProbability).reversed())
                .limit(count)
                .toList();
    }

    private LinkedHashMap<Prefix, Ways> grown(Map<Prefix, Ways> beam, int column) {
        var grown = new LinkedHashMap<Prefix, Ways>();
        double none = scores.probability(column, Symbol.NONE);
        for (var symbol : Symbol.all()) {
            if (symbol != Symbol.NONE && !allowed.test(symbol)) {
                none += scores.probability(column, symbol);
            }
        }
        for (var entry : beam.entrySet()) {
            var prefix = entry.getKey();
            var ways = entry.getValue();
            var same = grown.computeIfAbsent(prefix, any -> new Ways());
            same.nothing += ways.sum() * none;
            for (var symbol : Symbol.all()) {
                double chance = scores.probability(column, symbol);
                if (symbol == Symbol.NONE || chance < LEAST || !allowed.test(symbol)) {
                    continue;
                }
                boolean repeated = symbol == prefix.last && prefix.before != null;
                if (repeated) {
                    same.symbol += ways.symbol * chance;
                }
                if (prefix.digits < most || !symbol.isDigit()) {
                    // Two symbols never have their centres in columns beside each other: such columns are one symbol
                    // that
                    // the network doubts.
                    double into = ways.nothing * chance;
                    if (into > 0) {
                        grown.computeIfAbsent(prefix.with(symbol), any -> new Ways()).symbol += into;
                    }
                }
            }
        }
        return grown;
    }

    /** The best of all; and where the number of digits matters the best of each number. */
    private LinkedHashMap<Prefix, Ways> pruned(Map<Prefix, Ways> beam) {
        var kept = new LinkedHashMap<Prefix, Ways>();
        var counts = new LinkedHashMap<Integer, Integer>();
        boolean byDigits = fewest > 1 || most < Expectation.LONGEST;
        beam.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Prefix, Ways> entry) ->
                                entry.getValue().sum())
                        .reversed())
                .forEach(entry -> {
                    int group = byDigits ? entry.getKey().digits : 0;
                    int already = counts.merge(group, 1, Integer::sum);
                    if (already <= (byDigits ? KEPT / 2 : KEPT)) {
                        kept.put(entry.getKey(), entry.getValue());
                    }
                });
        return kept;
    }

    /** For each symbol of a text the column that is most its own, on the likeliest way through the columns. */
    int[] columns(List<Symbol> symbols, int from, int to) {
        int states = 2 * symbols.size() + 1;
        int length = to - from;
        var score = new double[length][states];
        var back = new int[length][states];
        for (int t = 0; t < length; t++) {
            for (int state = 0; state < states; state++) {
                double best = Double.NEGATIVE_INFINITY;
                int step = 0;
                if (t == 0) {
                    best = state <= 1 ? 0 : best;
                } else {
                    for (int jump = 0; jump <= 2 && jump <= state; jump++) {
                        boolean blocked =
                                jump == 2 && (state % 2 == 0 || symbols.get(state / 2) == symbols.get(state / 2 - 1));
                        if (!blocked && score[t - 1][state - jump] > best) {
                            best = score[t - 1][state - jump];
                            step = jump;
                        }
                    }
                }
                var symbol = state % 2 == 0 ? Symbol.NONE : symbols.get(state / 2);
                score[t][state] = best + Math.log(Math.max(1e-9, scores.probability(from + t, symbol)));
                back[t][state] = step;
            }
        }
        var columns = new int[symbols.size()];
        if (symbols.isEmpty() || length == 0) {
            return columns;
        }
        int state = score[length - 1][states - 1] > score[length - 1][states - 2] ? states - 1 : states - 2;
        var highest = new double[symbols.size()];
        java.util.Arrays.fill(highest, -1);
        for (int t = length - 1; t >= 0; t--) {
            if (state % 2 == 1) {
                double chance = scores.probability(from + t, symbols.get(state / 2));
                if (chance > highest[state / 2]) {
                    highest[state / 2] = chance;
                    columns[state / 2] = from + t;
                }
            }
            state -= back[t][state];
        }
        return columns;
    }
}
