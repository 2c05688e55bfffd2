package org.numberreader.decoding.table;

import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.layout.ruling.Skew;

/** How much rows of boxes are tilted: as much as leaves most of the height free when it is taken back. */
public final class Tilt {
    /** Boxes are of one row if their middles are so close, in digits' heights: hands stray by a fifth, rows are one apart. */
    static final double CLOSE = 0.5;

    /** The steepest tilt that is looked for, as a tangent: beyond 6° the reader finds few lines. */
    private static final double STEEPEST = 0.1;

    private static final double STEP = 0.0025;

    private Tilt() {}

    /**
     * The skew at which the rows are level; columns are square to them.
     *
     * @param height of a digit, in the boxes' pixels
     */
    public static Skew of(List<Box> boxes, double height) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double tangent = -STEEPEST; tangent <= STEEPEST; tangent += STEP) {
            // Of tilts that are as good the smallest one counts.
            double covered = covered(boxes, Skew.turned(tangent), height) * (1 + Math.abs(tangent));
            if (covered < least) {
                least = covered;
                best = tangent;
            }
        }
        return Skew.turned(best + slope(boxes, Skew.turned(best), height));
    }

    private static double across(Box box, Skew skew) {
        return skew.across(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    }

    private static double down(Box box, Skew skew) {
        return skew.down(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    }

    /** How much of the height the middles cover: little where they stand in rows. */
    private static double covered(List<Box> boxes, Skew skew, double height) {
        double[] downs =
                boxes.stream().mapToDouble(box -> down(box, skew)).sorted().toArray();
        double covered = CLOSE * height;
        for (int i = 1; i < downs.length; i++) {
            covered += Math.min(CLOSE * height, downs[i] - downs[i - 1]);
        }
        return covered;
    }

    /** The slope that all rows still have in common, by least squares. */
    private static double slope(List<Box> boxes, Skew skew, double height) {
        var sorted = boxes.stream()
                .sorted(Comparator.comparingDouble(box -> down(box, skew)))
                .toList();
        double products = 0;
        double squares = 0;
        int from = 0;
        for (int to = 1; to <= sorted.size(); to++) {
            if (to < sorted.size() && down(sorted.get(to), skew) - down(sorted.get(to - 1), skew) <= CLOSE * height) {
                continue;
            }
            var row = sorted.subList(from, to);
            double across =
                    row.stream().mapToDouble(box -> across(box, skew)).average().orElse(0);
            double down =
                    row.stream().mapToDouble(box -> down(box, skew)).average().orElse(0);
            for (var box : row) {
                products += (across(box, skew) - across) * (down(box, skew) - down);
                squares += (across(box, skew) - across) * (across(box, skew) - across);
            }
            from = to;
        }
        return squares > 0 ? products / squares : 0;
    }
}
