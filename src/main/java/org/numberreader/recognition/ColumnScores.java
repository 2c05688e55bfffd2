package org.numberreader.recognition;

import org.numberreader.image.Raster;

/** For each column of a text line how likely each symbol has its centre there, and where that symbol's edges are. */
public final class ColumnScores {
    private static final int SYMBOLS = Symbol.all().size();

    /** Middles of two symbols' ink are further apart, in the line's pixels: one and a half columns. */
    private static final double APART = 1.5 * LineNetwork.STRIDE;

    private final Raster raster;
    private final float[] probabilities;

    /** @param raster the network's output for one line: a row of logits and edges */
    public ColumnScores(Raster raster) {
        if (raster.height() != 1 || raster.channels() != LineNetwork.CHANNELS) {
            throw new IllegalArgumentException("one row of " + LineNetwork.CHANNELS + " channels, not "
                    + raster.height() + " of " + raster.channels());
        }
        this.raster = raster;
        this.probabilities = new float[SYMBOLS * raster.width()];
        for (int column = 0; column < raster.width(); column++) {
            softmax(column);
        }
    }

    private ColumnScores(Raster raster, float[] probabilities) {
        this.raster = raster;
        this.probabilities = probabilities;
    }

    /**
     * The same where a sign is nothing. Its share does not go to the digits: of 1,275 real strings without signs, 1,070 are right so,
     * and 1,059 where the other symbols share it.
     */
    public ColumnScores withoutSigns() {
        var without = probabilities.clone();
        for (int column = 0; column < raster.width(); column++) {
            int first = column * SYMBOLS;
            for (var symbol : Symbol.all()) {
                if (symbol.isSign()) {
                    without[first + Symbol.NONE.ordinal()] += without[first + symbol.ordinal()];
                    without[first + symbol.ordinal()] = 0;
                }
            }
        }
        return new ColumnScores(raster, without);
    }

    private void softmax(int column) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            highest = Math.max(highest, raster.at(symbol, column, 0));
        }
        double sum = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            double value = Math.exp(raster.at(symbol, column, 0) - highest);
            probabilities[column * SYMBOLS + symbol] = (float) value;
            sum += value;
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            probabilities[column * SYMBOLS + symbol] /= (float) sum;
        }
    }

    /** How many columns the line has, {@value LineNetwork#STRIDE} pixels each. */
    public int columns() {
        return raster.width();
    }

    /** The probability that the symbol has its centre in a column; a column's sum to 1. */
    public float probability(int column, Symbol symbol) {
        return probabilities[column * SYMBOLS + symbol.ordinal()];
    }

    /** A column's likeliest symbol. */
    public Symbol likeliest(int column) {
        int best = 0;
        for (int symbol = 1; symbol < SYMBOLS; symbol++) {
            if (probabilities[column * SYMBOLS + symbol] > probabilities[column * SYMBOLS + best]) {
                best = symbol;
            }
        }
        return Symbol.all().get(best);
    }

    /** The left edge of the symbol whose centre is in a column, in pixels of the line. */
    public double left(int column) {
        return centre(column) - edge(column, 0);
    }

    /** Its upper edge. */
    public double top(int column) {
        return LineNetwork.HEIGHT / 2.0 - edge(column, 1);
    }

    /** Its right edge. */
    public double right(int column) {
        return centre(column) + edge(column, 2);
    }

    /** Its lower edge. */
    public double bottom(int column) {
        return LineNetwork.HEIGHT / 2.0 + edge(column, 3);
    }

    /** The middle of the ink of the symbol whose centre is in a column, in pixels of the line. */
    public double middle(int column) {
        return (left(column) + right(column)) / 2;
    }

    /**
     * Whether the symbols of a column and of the one before it are two, equal ones as well: otherwise both columns are one symbol,
     * and say that its ink is in the same place.
     */
    public boolean isApart(int column) {
        return column > 0 && middle(column) - middle(column - 1) > APART;
    }

    /** The middle of a column, in pixels of the line. */
    public static double centre(int column) {
        return (column + 0.5) * LineNetwork.STRIDE;
    }

    private double edge(int column, int side) {
        return raster.at(SYMBOLS + side, column, 0) * LineNetwork.HEIGHT;
    }
}
