package org.numberreader.segmentation.rule;

import java.util.stream.IntStream;

/** The ink along the sides of boxes. */
final class SideInk {
    /** So much of each side is ink. */
    private static final double INKED = 0.9;

    /** Places along a side that are looked at first. */
    private static final int LOOKED_AT = 16;

    /** A digit may cover much of a side, which is as thick as where it is thin: so much of it is no thicker. */
    private static final int THIN = 8;

    private final InkMask mask;

    SideInk(InkMask mask) {
        this.mask = mask;
    }

    /** Whether there is ink near some places along a side: a look at each would take long on a page full of lines. */
    boolean isLikely(Side side, int near) {
        int inked = 0;
        for (int i = 1; i <= LOOKED_AT; i++) {
            int row = (int) Math.round(side.from() + side.length() * i / (LOOKED_AT + 1));
            inked += nearest(side, row, near) < 0 ? 0 : 1;
        }
        return inked >= INKED * LOOKED_AT;
    }

    /** Whether there is ink all along a side. */
    boolean isWhole(Side side) {
        int from = (int) Math.round(side.from());
        int to = (int) Math.round(side.to());
        double left = (1 - INKED) * (to - from + 1);
        for (int row = from; row <= to && left >= 0; row++) {
            left -= nearest(side, row, 1) < 0 ? 1 : 0;
        }
        return to > from && left >= 0;
    }

    /** How thick the ink along a side is where nothing covers it. */
    int thickness(Side side) {
        int[] lengths = IntStream.rangeClosed((int) Math.round(side.from()), (int) Math.round(side.to()))
                .map(row -> length(side.upright(), row, nearest(side, row, 1)))
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length / THIN];
    }

    private int length(boolean upright, int row, int column) {
        return column < 0
                ? 0
                : end(upright, row, column, 1, Integer.MAX_VALUE)
                        - end(upright, row, column, -1, Integer.MAX_VALUE)
                        - 1;
    }

    /** The first column without ink from one with ink on, going to one side; no more than so many are gone through. */
    int end(boolean upright, int row, int column, int step, int most) {
        int end = column;
        while (Math.abs(end - column) <= most && mask.isInk(upright, row, end)) {
            end += step;
        }
        return end;
    }

    /** The column with ink that is nearest to a side in a row, and no further than so much; -1 where there is none. */
    int nearest(Side side, int row, int most) {
        int column = (int) Math.round(side.at(row));
        for (int away = 0; away <= most; away++) {
            if (mask.isInk(side.upright(), row, column + away)) {
                return column + away;
            }
            if (mask.isInk(side.upright(), row, column - away)) {
                return column - away;
            }
        }
        return -1;
    }

    /** Whether a row has ink between two upright sides. */
    boolean isBetween(Side left, Side right, int row, double inset) {
        for (int x = (int) (left.at(row) + inset); x <= right.at(row) - inset; x++) {
            if (mask.isInk(true, row, x)) {
                return true;
            }
        }
        return false;
    }
}
