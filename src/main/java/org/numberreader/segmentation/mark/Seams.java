package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numberreader.image.Box;
import org.numberreader.segmentation.ink.Ink;

/**
 * Finds where touching digits may be cut: top-to-bottom paths that pass through as little ink as they can, but for one
 * stretch, in which they may follow the stroke along which two digits touch. Such a path
 * falls along the outline and goes through the thinnest place, so it is a projection valley, a contour minimum and a
 * drop-fall path in one.
 */
public final class Seams {
    /** How far a path may stray from its column, in heights of the ink. */
    private static final double STRAY = 0.2;

    /** Two cuts are at least so far apart, and from the ends, in heights of the line. */
    private static final double APART = 0.2;

    /** As many cuts as there would be digits of this width, in heights of the line. */
    private static final double NARROWEST = 0.3;

    /** A cut that costs more is through a digit: in widths of a stroke. */
    private static final double MOST_INK = 3.2;

    /** Keeps a path straight where nothing speaks for a bend. */
    private static final double BEND = 0.04;

    /** How much ink counts in the one stretch where a path may follow a stroke: digits touch along it, not in a point. */
    private static final double TOUCHING = 0.15;

    /** Ink is at least so dark there. */
    private static final double INKED = 0.3;

    /** A path is before that stretch, in it or behind it. */
    private static final int PHASES = 3;

    private final Ink ink;

    public Seams(Ink ink) {
        this.ink = ink;
    }

    /** The best paths through a box, from left to right, well apart from each other. */
    public List<Seam> within(Box box, double lineHeight) {
        int apart = (int) Math.max(2, APART * lineHeight);
        int step = (int) Math.max(1, ink.strokeWidth() / 3);
        var seams = new ArrayList<Seam>();
        var steps = new byte[box.height() * PHASES * (2 * stray(box) + 1)];
        for (int column = box.x() + apart; column <= box.right() - apart; column += step) {
            seam(box, column, steps).ifPresent(seams::add);
        }
        seams.sort(Comparator.comparingDouble(Seam::cost));
        var chosen = new ArrayList<Seam>();
        double most = Math.ceil(box.width() / (NARROWEST * lineHeight)) - 1;
        for (var seam : seams) {
            if (chosen.size() < most
                    && chosen.stream().allMatch(other -> Math.abs(other.column() - seam.column()) >= apart)) {
                chosen.add(seam);
            }
        }
        chosen.sort(Comparator.comparingInt(Seam::column));
        return chosen;
    }

    private static int stray(Box box) {
        return (int) Math.max(2, STRAY * box.height());
    }

    /**
     * The cheapest path that stays near a column; nothing if it costs too much.
     *
     * @param steps room for each row's steps, phase by phase
     */
    private Optional<Seam> seam(Box box, int column, byte[] steps) {
        int left = Math.max(box.x(), column - stray(box));
        int width = Math.min(box.right() - 1, column + stray(box)) - left + 1;
        double most = MOST_INK * ink.strokeWidth();
        // Of each phase, with a place on either side that is never the cheapest.
        var cost = new double[PHASES][width + 2];
        var next = new double[PHASES][width + 2];
        for (int phase = 0; phase < PHASES; phase++) {
            Arrays.fill(cost[phase], phase == 0 ? 0 : Double.POSITIVE_INFINITY);
            cost[phase][0] = next[phase][0] = Double.POSITIVE_INFINITY;
            cost[phase][width + 1] = next[phase][width + 1] = Double.POSITIVE_INFINITY;
        }
        for (int y = 0; y < box.height(); y++) {
            if (row(box.y() + y, left, cost, next, steps, y * PHASES * width) > most) {
                return Optional.empty();
            }
            var last = cost;
            cost = next;
            next = last;
        }
        return Optional.of(traced(box, left, cost, steps));
    }

    /**
     * The paths' costs down to a row, from those down to the row above.
     *
     * @param steps where each place's step goes, phase by phase from {@code offset}
     * @return the least of them
     */
    private double row(int y, int left, double[][] cost, double[][] next, byte[] steps, int offset) {
        int width = cost[0].length - 2;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= width; i++) {
            double dark = ink.darkness().at(left + i - 1, y) / 255.0;
            double touching = dark < INKED ? Double.POSITIVE_INFINITY : TOUCHING * dark;
            double before = Double.POSITIVE_INFINITY;
            int stepBefore = 0;
            for (int phase = 0; phase < PHASES; phase++) {
                int step = aside(cost[phase], i);
                double stayed = cost[phase][i + step] + (step == 0 ? 0 : BEND);
                boolean begun = before < stayed;
                steps[offset + phase * width + i - 1] = (byte) (begun ? stepBefore + PHASES : step);
                next[phase][i] = (begun ? before : stayed) + (phase == 1 ? touching : dark);
                least = Math.min(least, next[phase][i]);
                before = stayed;
                stepBefore = step;
            }
        }
        return least;
    }

    /** The cheapest step from the row above: straight, or from the left (-1) or right (1). */
    private static int aside(double[] cost, int i) {
        double straight = cost[i];
        double leftwards = cost[i - 1] + BEND;
        double rightwards = cost[i + 1] + BEND;
        int step = leftwards < straight ? -1 : 0;
        return rightwards < Math.min(straight, leftwards) ? 1 : step;
    }

    private static Seam traced(Box box, int left, double[][] costs, byte[] steps) {
        int phase = 0;
        int at = cheapest(costs[0]);
        for (int other = 1; other < PHASES; other++) {
            int cheapest = cheapest(costs[other]);
            if (costs[other][cheapest] < costs[phase][at]) {
                phase = other;
                at = cheapest;
            }
        }
        double cost = costs[phase][at];
        int width = costs[phase].length - 2;
        var columns = new int[box.height()];
        double sum = 0;
        for (int y = box.height() - 1; y >= 0; y--) {
            columns[y] = left + at - 1;
            sum += columns[y];
            int step = steps[(y * PHASES + phase) * width + at - 1];
            boolean begun = step > 1;
            at += begun ? step - PHASES : step;
            phase -= begun ? 1 : 0;
        }
        return new Seam(cost, (int) (sum / box.height()), box.y(), columns);
    }

    /** The first place of the least cost, or the middle of those next to it that cost as much. */
    private static int cheapest(double[] cost) {
        int at = 1;
        int ties = 0;
        for (int i = 2; i < cost.length - 1; i++) {
            if (cost[i] < cost[at] - 1e-9) {
                at = i;
                ties = 0;
            } else if (cost[i] < cost[at] + 1e-9 && i == at + ties + 1) {
                ties++;
            }
        }
        return at + ties / 2;
    }
}
