package org.numberreader.segmentation.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numberreader.image.GrayImage;
import org.numberreader.segmentation.ink.Ink;

/**
 * Takes away boxes with writing in them, printed or drawn with a ruler, also where the writing touches them: two horizontal
 * and two upright lines that meet in four corners. No digit has four straight sides and something in the middle.
 */
public final class Boxes {
    /** The shorter side of a box, in widths of a stroke: two of its own and one of a digit, and some paper between them. */
    private static final double SMALLEST = 4;

    /** How far a run of ink may be from a straight side, in thicknesses of the side, and so many pixels. */
    private static final double BENT = 0.5;

    private static final double JITTER = 1.5;

    /** So many of a side's runs are no further from it: a digit that touches the side draws some away. */
    private static final double STRAIGHT = 0.9;

    /** How far a side may end before its corner, hidden under a digit: in lengths of the side. */
    private static final double HIDDEN = 0.15;

    /** Sides are parallel within this difference of their slopes, */
    private static final double PARALLEL = 0.06;

    /** and all four as thick as each other within this factor, or a pixel: digits that reach two lines are thicker. */
    private static final double ALIKE = 1.25;

    /** Writing in a box has at least this share of its height. */
    private static final double WRITTEN = 0.25;

    /** Boxes that are empty are as large as those that are not, within this share. */
    private static final double AS_LARGE = 0.15;

    /** Of a page of thousands of strokes the longest, each of which is compared with each. */
    private static final int MOST_LINES = 500;

    private final SideInk ink;
    private final double smallest;

    private Boxes(SideInk ink, double smallest) {
        this.ink = ink;
        this.smallest = smallest;
    }

    /**
     * The ink without the sides of boxes and their soft edges; the same where there are none.
     *
     * @param mask of this ink
     */
    public static Ink erased(Ink ink, InkMask mask) {
        double thickest = LineTracer.longestRun(ink.strokeWidth());
        var sides = new Boxes(new SideInk(mask), SMALLEST * ink.strokeWidth())
                .sides(mask.uprights(thickest), mask.horizontals(thickest));
        if (sides.isEmpty()) {
            return ink;
        }
        var darkness = ink.darkness();
        byte[] pixels = darkness.pixels().clone();
        new SideEraser(pixels, mask).erase(sides);
        return new Ink(new GrayImage(darkness.width(), darkness.height(), pixels), ink.strokeWidth(), ink.scale());
    }

    /** Two sides that were followed, from left to right or from top to bottom, and two that follow from their ends. */
    private record Box(Side one, Side other, Side first, Side last) {
        double width() {
            return one.upright() ? first.length() : one.length();
        }

        double height() {
            return one.upright() ? one.length() : first.length();
        }

        List<Side> sides() {
            return List.of(one, other, first, last);
        }

        boolean isAsLarge(Box box) {
            return Math.abs(width() - box.width()) <= AS_LARGE * box.width()
                    && Math.abs(height() - box.height()) <= AS_LARGE * box.height();
        }
    }

    /** The sides of all boxes. */
    private List<Side> sides(LineTracer uprights, LineTracer horizontals) {
        var boxes = new ArrayList<Box>();
        add(boxes, uprights, true);
        add(boxes, horizontals, false);
        var written = boxes.stream().filter(this::isWritten).toList();
        return boxes.stream()
                .filter(box -> written.stream().anyMatch(box::isAsLarge))
                .flatMap(box -> box.sides().stream())
                .distinct()
                .toList();
    }

    /** The boxes with two such sides that can be followed; digits may cover much of the other two. */
    private void add(List<Box> boxes, LineTracer tracer, boolean upright) {
        var lines = tracer.strokes((int) (smallest * (1 - 2 * HIDDEN))).stream()
                .filter(Boxes::isStraight)
                .sorted(Comparator.comparingInt(LineTracer.Trace::span).reversed())
                .limit(MOST_LINES)
                .sorted(Comparator.comparingDouble(LineTracer.Trace::middle))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Box> next = Optional.empty();
            for (int j = i + 1; j < lines.size() && next.isEmpty(); j++) {
                var pair = new Pair(lines.get(i), lines.get(j), upright);
                next = pair.isAlike(smallest) ? box(pair) : next;
            }
            next.ifPresent(boxes::add);
        }
    }

    private static boolean isStraight(LineTracer.Trace line) {
        double most = BENT * line.thickness() + JITTER;
        long near = line.runs().stream()
                .filter(run -> Math.abs(run.centre() - line.at(run.row())) <= most)
                .count();
        return near >= STRAIGHT * line.runs().size();
    }

    private static boolean areAsThick(double one, double other) {
        double thinner = Math.min(one, other);
        return Math.max(one, other) <= Math.max(ALIKE * thinner, thinner + 1);
    }

    /** Two lines that may be opposite sides of a box. */
    private record Pair(LineTracer.Trace one, LineTracer.Trace other, boolean upright) {
        double thickness() {
            return Math.max(one.thickness(), other.thickness());
        }

        boolean isAlike(double smallest) {
            double apart = other.middle() - one.middle();
            double most = HIDDEN * Math.max(one.span(), other.span()) + PARALLEL * apart + smallest / SMALLEST;
            return apart >= smallest
                    && Math.abs(one.first().row() - other.first().row()) <= most
                    && Math.abs(one.last().row() - other.last().row()) <= most
                    && Math.abs(one.slope() - other.slope()) < PARALLEL
                    && areAsThick(one.thickness(), other.thickness());
        }

        /** Where sides between two ends may be: where one end is hidden under a digit, at right angles to the other. */
        List<Side> across(double row, double otherRow) {
            double tilt = -(one.slope() + other.slope()) / 2 * (other.middle() - one.middle());
            return List.of(side(row, otherRow), side(row, row + tilt), side(otherRow - tilt, otherRow));
        }

        private Side side(double row, double otherRow) {
            return new Side(!upright, one.at(row), other.at(otherRow), row, otherRow, thickness());
        }

        Side along(LineTracer.Trace line, double from, double to) {
            return new Side(upright, from, to, line.at(from), line.at(to), thickness());
        }
    }

    private Optional<Box> box(Pair pair) {
        // A line ends where another crosses it, half of that one's thickness before its middle.
        double before = pair.thickness() / 2;
        var first = inked(
                pair.across(pair.one.first().row() - before, pair.other.first().row() - before));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var last = inked(
                pair.across(pair.one.last().row() + before, pair.other.last().row() + before));
        return last.map(end -> new Box(
                        pair.along(pair.one, first.get().first(), end.first()),
                        pair.along(pair.other, first.get().last(), end.last()),
                        first.get(),
                        end))
                .filter(box -> ink.isWhole(box.one) && ink.isWhole(box.other));
    }

    /** The one of some sides that has ink along it, as thick as it should be. */
    private Optional<Side> inked(List<Side> sides) {
        // Where lines cross both are darker, so that one may seem to reach beyond the other.
        int reach = (int) Math.ceil(sides.get(0).thickness() + 1);
        var likely =
                sides.stream().filter(side -> ink.isLikely(side, reach + 1)).toList();
        for (int away = 0; away <= reach; away++) {
            for (var side : likely) {
                for (var moved : List.of(side.moved(-away), side.moved(away))) {
                    if (ink.isWhole(moved) && areAsThick(ink.thickness(moved), side.thickness())) {
                        return Optional.of(moved);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether enough rows have ink between the sides. */
    private boolean isWritten(Box box) {
        Side left = box.one.upright() ? box.one : box.first;
        Side right = box.one.upright() ? box.other : box.last;
        double inset = 2 + left.thickness();
        int rows = 0;
        for (int row = (int) (left.from() + inset); row <= left.to() - inset; row++) {
            rows += ink.isBetween(left, right, row, inset) ? 1 : 0;
        }
        return rows > WRITTEN * left.length();
    }
}
