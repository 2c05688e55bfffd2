package org.numberreader.segmentation.rule;

/**
 * A straight side of a box from corner to corner: rows are columns where it is horizontal, like in {@link LineTracer}.
 *
 * @param from the first row
 * @param to the last row
 * @param first the column in the first row
 * @param last the column in the last row
 * @param thickness in columns
 */
record Side(boolean upright, double from, double to, double first, double last, double thickness) {
    /** The column in a row. */
    double at(double row) {
        return to == from ? first : first + (last - first) * (row - from) / (to - from);
    }

    double length() {
        return to - from;
    }

    Side moved(int columns) {
        return new Side(upright, from, to, first + columns, last + columns, thickness);
    }
}
