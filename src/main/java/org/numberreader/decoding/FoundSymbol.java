package org.numberreader.decoding;

import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.Symbol;

/**
 * A symbol as the line recogniser found it.
 *
 * @param column of the line that is most its own
 * @param probability of the symbol in that column
 * @param left edge of its ink, in the line's pixels
 */
record FoundSymbol(
        Symbol symbol, int column, double probability, double left, double top, double right, double bottom) {
    double height() {
        return bottom - top;
    }

    double centre() {
        return (left + right) / 2;
    }

    /** The same ink taken for another symbol. */
    FoundSymbol as(Symbol other, ColumnScores scores) {
        return new FoundSymbol(other, column, scores.probability(column, other), left, top, right, bottom);
    }
}
