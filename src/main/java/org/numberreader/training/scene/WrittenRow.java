package org.numberreader.training.scene;

import java.util.List;

/**
 * A row of handwriting, straight and upright.
 *
 * @param ink 0 to 1
 * @param symbols from left to right
 * @param height between its rules, in pixels
 * @param top of the upper rule
 */
record WrittenRow(Plane ink, List<WrittenSymbol> symbols, double height, double top) {
    WrittenRow {
        symbols = List.copyOf(symbols);
    }

    double left() {
        return symbols.stream().mapToDouble(WrittenSymbol::left).min().orElse(0);
    }

    double right() {
        return symbols.stream().mapToDouble(WrittenSymbol::right).max().orElse(ink.width);
    }

    double middle() {
        return top + height / 2;
    }
}
