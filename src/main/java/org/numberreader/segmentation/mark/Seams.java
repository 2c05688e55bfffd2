package org.numberreader.segmentation.mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private final Ink ink;

    public Seams(Ink ink) {
        this.ink = ink;
    }

    /**
     * One path.
     *
     * @param ink it passes through, in full pixels
     * @param columns its column in each row of the box it was sought in
     */
    record Seam(double ink, int column, int[] columns) {}

    /** The best paths through a box, from left to right, well apart from each other. */
    public List<Seam> within(Box box, double lineHeight) {
        int apart = (int) Math.max(2, APART * lineHeight);
        int step = (int) Math.max(1, ink.strokeWidth() / 3);
        var seams = new ArrayList<Seam>();
        for (int column = box.x() + apart; column <= box.right() - apart; column += step) {
            var seam = seam(box, column);
            if (seam.ink <= MOST_INK * ink.strokeWidth()) {
                seams.add(seam);
            }
        }
        seams.sort(Comparator.comparingDouble(Seam::ink));
        var chosen = new ArrayList<Seam>();
        double most = Math.ceil(box.width() / (NARROWEST * lineHeight)) - 1;
        for (var seam : seams) {
            if (chosen.size() < most
                    && chosen.stream().allMatch(other -> Math.abs(other.column - seam.column) >= apart)) {
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
        var cost = new double[width];
        var from = new byte[box.height()][width];
        for (int y = 0; y < box.height(); y++) {
            var next = new double[width];
            for (int i = 0; i < width; i++) {
                double best = cost[i];
                for (int side = -1; side <= 1; side += 2) {
                    int other = i + side;
                    if (y > 0 && other >= 0 && other < width && cost[other] + BEND < best) {
                        best = cost[other] + BEND;
                        from[y][i] = (byte) side;
                    }
                }
                next[i] = best + darkness.at(left + i, box.y() + y) / 255.0;
            }
            cost = next;
        }
        return traced(box, left, cost, from);
    }

    private static Seam traced(Box box, int left, double[] cost, byte[][] from) {
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
        var columns = new int[box.height()];
        double sum = 0;
        for (int y = box.height() - 1; y >= 0; y--) {
            columns[y] = left + at;
            sum += columns[y];
            at += from[y][at];
        }
        return new Seam(cost[columns[box.height() - 1] - left], (int) (sum / box.height()), columns);
    }
}
