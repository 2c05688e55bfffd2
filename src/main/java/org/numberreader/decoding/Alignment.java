package org.numberreader.decoding;

import java.util.Arrays;
import java.util.List;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.Symbol;

/**
 * A text that is given in some columns of a line: how likely it is, and where its symbols are. Of its states 2i + 1 is symbol i, and 2i
 * nothing before it.
 *
 * @param symbols of the text
 * @param from the first column
 * @param to the column after the last one
 */
record Alignment(ColumnScores scores, List<Symbol> symbols, int from, int to) {
    Alignment {
        symbols = List.copyOf(symbols);
    }

    /** For each symbol the column that is most its own, on the likeliest way through the columns. */
    int[] columns() {
        var columns = new int[symbols.size()];
        if (symbols.isEmpty() || to <= from) {
            return columns;
        }
        var highest = new double[symbols.size()];
        Arrays.fill(highest, -1);
        int[] way = way();
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
     * The natural logarithm of the text's probability: the sum of all its ways.
     *
     * @return negative infinity if it has none, or next to none
     */
    double logProbability() {
        var ways = new double[2 * symbols.size() + 1];
        ways[0] = 1;
        double logScale = 0;
        for (int column = from; column < to; column++) {
            boolean apart = scores.isApart(column);
            double none = Math.max(BeamSearch.LEAST_NONE, scores.probability(column, Symbol.NONE));
            var next = new double[ways.length];
            double total = 0;
            for (int state = 0; state < ways.length; state++) {
                boolean isSymbol = state % 2 == 1;
                double into = isSymbol && apart ? 0 : ways[state];
                into += state > 0 ? ways[state - 1] : 0;
                into += isSymbol && apart && state > 1 ? ways[state - 2] : 0;
                double chance = isSymbol ? scores.probability(column, symbols.get(state / 2)) : none;
                next[state] = into * chance;
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

    /** The likeliest way (Viterbi): the state of each column. */
    private int[] way() {
        int states = 2 * symbols.size() + 1;
        int length = to - from;
        var score = new double[length][states];
        var back = new int[length][states];
        for (int t = 0; t < length; t++) {
            double none = log(from + t, Symbol.NONE);
            for (int state = 0; state < states; state++) {
                double best = t == 0 && state <= 1 ? 0 : Double.NEGATIVE_INFINITY;
                for (int jump = 0; t > 0 && jump <= 2 && jump <= state; jump++) {
                    boolean direct = jump == 2;
                    if (direct && (state % 2 == 0 || !scores.isApart(from + t))) {
                        continue;
                    }
                    if (score[t - 1][state - jump] > best) {
                        best = score[t - 1][state - jump];
                        back[t][state] = jump;
                    }
                }
                score[t][state] = best;
                if (best > Double.NEGATIVE_INFINITY) { // a state that is reached so early
                    score[t][state] += state % 2 == 0 ? none : log(from + t, symbols.get(state / 2));
                }
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

    private double log(int column, Symbol symbol) {
        return Math.log(Math.max(BeamSearch.LEAST_NONE, scores.probability(column, symbol)));
    }
}
