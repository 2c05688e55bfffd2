package org.numberreader.decoding.table;

import org.numberreader.layout.ruling.Skew;

/**
 * An entry where it stands once rows and columns are level.
 *
 * @param left how far across its left side is
 * @param right the same of its right side
 * @param down how far down its middle is
 */
record Placed(Entry entry, double left, double right, double down) {

    static Placed of(Entry entry, Skew skew) {
        double across = skew.across(entry.middleX(), entry.middleY());
        double half = entry.box().width() / 2.0;
        return new Placed(entry, across - half, across + half, skew.down(entry.middleX(), entry.middleY()));
    }

    double across() {
        return (left + right) / 2;
    }
}
