package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;

/**
 * The likeliest texts of some columns: prefix beam search (Graves et al., 2006; Hannun et al., 2014), where equal neighbours are
 * one symbol and a text's probability is that of all its ways through the columns.
 */
final class BeamSearch {
    /** Texts kept after each column; with more no picture of the validation set is read otherwise. */
    private static final int KEPT = 12;

    /** Middles of two symbols' ink are further apart, in the line's pixels: one and a half columns. */
    private static final double APART = 1.5 * LineNetwork.STRIDE;

    /** What a column takes for less likely than this is not followed. */
    private static final float LEAST = 0.002f;

    /** The least of nothing's probability: a network so sure of more digits than are allowed would leave no text at all. */
    private static final double LEAST_NONE = 1e-9;

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
            var possible = possible(column);
            if (possible.isEmpty()) {
                // Most columns have no symbol: all texts stay as they are, and in their order.
                double none = none(column);
                for (var ways : beam.values()) {
                    ways.nothing = ways.sum() * none;
                    ways.symbol = 0;
                }
                logScale += Math.log(normalised(beam.values()));
            } else {
                var grown = grown(beam, column, possible);
                logScale += Math.log(normalised(grown.values()));
                beam = pruned(grown);
            }
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

    /** Brings the sum of all ways to 1, which long lines would lose in the limits of a double; returns what it was. */
    private static double normalised(Iterable<Ways> all) {
        double total = 0;
        for (var ways : all) {
            total += ways.sum();
        }
        for (var ways : all) {
            ways.nothing /= total;
            ways.symbol /= total;
        }
        return total;
    }

    /** All prefixes after one more column. */
    private LinkedHashMap<Prefix, Ways> grown(Map<Prefix, Ways> beam, int column, List<Symbol> possible) {
        var grown = new LinkedHashMap<Prefix, Ways>();
        double none = none(column);
        boolean apart = isApart(column);
        for (var entry : beam.entrySet()) {
            var prefix = entry.getKey();
            grown.computeIfAbsent(prefix, any -> new Ways()).nothing +=
                    entry.getValue().sum() * none;
            for (var symbol : possible) {
                grow(grown, prefix, entry.getValue(), symbol, scores.probability(column, symbol), apart);
            }
        }
        return grown;
    }

    /** The symbols that a column may be taken for. */
    private List<Symbol> possible(int column) {
        var possible = new ArrayList<Symbol>();
        for (var symbol : Symbol.all()) {
            if (symbol != Symbol.NONE && scores.probability(column, symbol) >= LEAST && allowed.test(symbol)) {
                possible.add(symbol);
            }
        }
        return possible;
    }

    /**
     * Whether the symbols of a column and of the one before it are two, equal ones as well: otherwise both columns are one symbol,
     * and say that its ink is in the same place.
     */
    private boolean isApart(int column) {
        return column > 0 && scores.middle(column) - scores.middle(column - 1) > APART;
    }

    /** The probability that a column has no symbol that a text may have. */
    private double none(int column) {
        double none = scores.probability(column, Symbol.NONE);
        for (var symbol : Symbol.all()) {
            if (symbol != Symbol.NONE && !allowed.test(symbol)) {
                none += scores.probability(column, symbol);
            }
        }
        return Math.max(LEAST_NONE, none);
    }

    private void grow(Map<Prefix, Ways> grown, Prefix prefix, Ways ways, Symbol symbol, double chance, boolean apart) {
        boolean same = symbol == prefix.last && prefix.before != null && !apart;
        if (same) {
            grown.computeIfAbsent(prefix, any -> new Ways()).symbol += ways.symbol * chance;
        }
        double into = (apart ? ways.sum() : ways.nothing) * chance;
        if (into > 0 && (prefix.digits < most || !symbol.isDigit())) {
            grown.computeIfAbsent(prefix.with(symbol), any -> new Ways()).symbol += into;
        }
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
        var columns = new int[symbols.size()];
        if (symbols.isEmpty() || to <= from) {
            return columns;
        }
        var highest = new double[symbols.size()];
        Arrays.fill(highest, -1);
        int[] way = way(symbols, from, to);
        for (int column = from; column < to; column++) {
            int state = way[column - from];
            if (state % 2 == 1) {
                double chance = scores.probability(column, symbols.get(state / 2));
                if (chance > highest[state / 2]) {
                    highest[state / 2] = chance;
                    columns[state / 2] = column;
                }
            }
        }
        return columns;
    }

    /**
     * The natural logarithm of a text's probability in the columns {@code from} to {@code to}: the sum of all its ways, whatever
     * number of digits is allowed.
     *
     * @return negative infinity if it has none, or next to none
     */
    double logProbability(List<Symbol> symbols, int from, int to) {
        // As in way(): state 2i + 1 is symbol i, and 2i nothing before it.
        var ways = new double[2 * symbols.size() + 1];
        ways[0] = 1;
        double logScale = 0;
        for (int column = from; column < to; column++) {
            boolean apart = isApart(column);
            double none = none(column);
            var next = new double[ways.length];
            double total = 0;
            for (int state = 0; state < ways.length; state++) {
                boolean isSymbol = state % 2 == 1;
                double into = isSymbol && apart ? 0 : ways[state];
                into += state > 0 ? ways[state - 1] : 0;
                into += isSymbol && apart && state > 1 ? ways[state - 2] : 0;
                next[state] = into * (isSymbol ? scores.probability(column, symbols.get(state / 2)) : none);
                total += next[state];
            }
            for (int state = 0; state < next.length; state++) {
                next[state] /= total;
            }
            logScale += Math.log(total);
            ways = next;
        }
        double end = ways[ways.length - 1] + (ways.length > 1 ? ways[ways.length - 2] : 0);
        return end > 0 ? Math.log(end) + logScale : Double.NEGATIVE_INFINITY;
    }

    /** The likeliest way (Viterbi): for each column 2i + 1 in symbol i, and 2i in nothing before it. */
    private int[] way(List<Symbol> symbols, int from, int to) {
        int states = 2 * symbols.size() + 1;
        int length = to - from;
        var score = new double[length][states];
        var back = new int[length][states];
        for (int t = 0; t < length; t++) {
            for (int state = 0; state < states; state++) {
                double best = t == 0 && state <= 1 ? 0 : Double.NEGATIVE_INFINITY;
                for (int jump = 0; t > 0 && jump <= 2 && jump <= state; jump++) {
                    boolean direct = jump == 2;
                    if (direct && (state % 2 == 0 || !isApart(from + t))) {
                        continue;
                    }
                    if (score[t - 1][state - jump] > best) {
                        best = score[t - 1][state - jump];
                        back[t][state] = jump;
                    }
                }
                var symbol = state % 2 == 0 ? Symbol.NONE : symbols.get(state / 2);
                score[t][state] = best + Math.log(Math.max(LEAST_NONE, scores.probability(from + t, symbol)));
            }
        }
        var way = new int[length];
        int state = score[length - 1][states - 1] > score[length - 1][states - 2] ? states - 1 : states - 2;
        for (int t = length - 1; t >= 0; t--) {
            way[t] = state;
            state -= back[t][state];
        }
        return way;
    }
}
