package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;

/**
 * Finds where touching digits may be cut: top-to-bottom paths that pass through as little ink as they can. Such a path
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

    /** A cut through more ink than this is through a digit: in widths of a stroke. */
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
        for (int column = box.x() + apart; column <= box.right() - apart; column += step) {
            var seam = seam(box, column);
            if (seam.cost() <= MOST_INK * ink.strokeWidth()) {
                seams.add(seam);
            }
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

    /** The path with the least ink that stays near a column. */
    private Seam seam(Box box, int column) {
        GrayImage darkness = ink.darkness();
        int stray = (int) Math.max(2, STRAY * box.height());
        int left = Math.max(box.x(), column - stray);
        int width = Math.min(box.right() - 1, column + stray) - left + 1;
        var cost = new double[PHASES][width];
        Arrays.fill(cost[1], Double.POSITIVE_INFINITY);
        Arrays.fill(cost[2], Double.POSITIVE_INFINITY);
        var from = new byte[box.height()][PHASES][width];
        for (int y = 0; y < box.height(); y++) {
            var next = new double[PHASES][width];
            for (int i = 0; i < width; i++) {
                double dark = darkness.at(left + i, box.y() + y) / 255.0;
                double touching = dark < INKED ? Double.POSITIVE_INFINITY : TOUCHING * dark;
                for (int phase = 0; phase < PHASES; phase++) {
                    byte step = cheapest(cost, phase, i, y > 0);
                    from[y][phase][i] = step;
                    next[phase][i] = cost(cost, phase, i, step) + (phase == 1 ? touching : dark);
                }
            }
            cost = next;
        }
        return traced(box, left, cost, from);
    }

    /** The cheapest step from the row above: -1 to 1 aside, and {@value #PHASES} more from the phase before. */
    private static byte cheapest(double[][] cost, int phase, int i, boolean mayBend) {
        int best = 0;
        int bend = mayBend ? 1 : 0;
        for (int before = 0; before <= Math.min(1, phase); before++) {
            for (int aside = Math.max(-bend, -i); aside <= Math.min(bend, cost[phase].length - 1 - i); aside++) {
                int step = PHASES * before + aside;
                if (cost(cost, phase, i, step) < cost(cost, phase, i, best)) {
                    best = step;
                }
            }
        }
        return (byte) best;
    }

    private static double cost(double[][] cost, int phase, int i, int step) {
        int aside = aside(step);
        return cost[phase - before(step)][i + aside] + (aside == 0 ? 0 : BEND);
    }

    private static int before(int step) {
        return step > 1 ? 1 : 0;
    }

    private static int aside(int step) {
        return step - PHASES * before(step);
    }

    private static Seam traced(Box box, int left, double[][] costs, byte[][][] from) {
        int phase = IntStream.range(0, PHASES)
                .boxed()
                .min(Comparator.comparingDouble(
                        each -> Arrays.stream(costs[each]).min().orElseThrow()))
                .orElseThrow();
        double[] cost = costs[phase];
        int at = 0;
        int ties = 0;
        for (int i = 1; i < cost.length; i++) {
            if (cost[i] < cost[at] - 1e-9) {
                at = i;
                ties = 0;
            } else if (cost[i] < cost[at] + 1e-9) {
                ties = i - at;
            }
        }
        at += ties / 2;
        double least = cost[at];
        var columns = new int[box.height()];
        double sum = 0;
        for (int y = box.height() - 1; y >= 0; y--) {
            columns[y] = left + at;
            sum += columns[y];
            byte step = from[y][phase][at];
            at += aside(step);
            phase -= before(step);
        }
        return new Seam(least, (int) (sum / box.height()), box.y(), columns);
    }
}
