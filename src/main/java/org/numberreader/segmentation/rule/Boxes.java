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

    /** How thick a side is at most, in widths of a stroke, and a pixel. */
    private static final double THICKEST = 1.6;

    /** How far a run of ink may be from a straight side, in thicknesses of the side, and so many pixels. */
    private static final double BENT = 0.5;

    private static final double JITTER = 1.5;

    /** So many of a side's runs are no further from it: a digit that touches the side draws some away. */
    private static final double STRAIGHT = 0.9;

    /** How far a side may end before its corner, hidden under a digit: in lengths of the side. */
    private static final double HIDDEN = 0.15;

    /** So much of each side is ink. */
    private static final double INKED = 0.9;

    /** Sides are parallel within this difference of their slopes, */
    private static final double PARALLEL = 0.06;

    /** and as thick as each other within this factor, or a pixel. */
    private static final double ALIKE = 1.25;

    /** Places along a side that are looked at first. */
    private static final int LOOKED_AT = 16;

    /** Writing in a box has at least this share of its height. */
    private static final double WRITTEN = 0.25;

    /** Boxes that are empty are as large as those that are not, within this share. */
    private static final double AS_LARGE = 0.15;

    /** Of a page of thousands of strokes the longest, each of which is compared with each. */
    private static final int MOST_LINES = 500;

    private final byte[] mask;
    private final int width;
    private final int height;
    private final double strokeWidth;

    private Boxes(byte[] mask, int width, int height, double strokeWidth) {
        this.mask = mask;
        this.width = width;
        this.height = height;
        this.strokeWidth = strokeWidth;
    }

    /**
     * The ink without the sides of boxes and their soft edges; the same where there are none.
     *
     * @param edge the darkness from which a pixel is ink, 0 to 255
     */
    public static Ink erased(Ink ink, double edge) {
        var darkness = ink.darkness();
        int width = darkness.width();
        int height = darkness.height();
        byte[] mask = Masks.of(darkness, edge);
        var boxes = new Boxes(mask, width, height, ink.strokeWidth());
        var found = boxes.found();
        if (found.isEmpty()) {
            return ink;
        }
        byte[] pixels = darkness.pixels().clone();
        boxes.erase(found, pixels);
        return new Ink(new GrayImage(width, height, pixels), ink.strokeWidth(), ink.scale());
    }

    /** A straight side from corner to corner: rows are columns where it is horizontal, like in {@link LineTracer}. */
    private record Side(boolean upright, double from, double to, double first, double last, double thickness) {
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

    /** Two sides that were followed, from left to right or from top to bottom, and two that follow from their ends. */
    private record Box(Side one, Side other, Side first, Side last) {
        double width() {
            return one.upright ? first.length() : one.length();
        }

        double height() {
            return one.upright ? one.length() : first.length();
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
    private List<Side> found() {
        double thickest = THICKEST * strokeWidth + 1;
        var boxes = new ArrayList<Box>();
        add(boxes, new LineTracer(mask, height, width, thickest), true);
        add(boxes, new LineTracer(Masks.turned(mask, width, height), width, height, thickest), false);
        var written = boxes.stream().filter(this::isWritten).toList();
        return boxes.stream()
                .filter(box -> written.stream().anyMatch(box::isAsLarge))
                .flatMap(box -> box.sides().stream())
                .distinct()
                .toList();
    }

    /** The boxes with two such sides that can be followed; digits may cover much of the other two. */
    private void add(List<Box> boxes, LineTracer tracer, boolean upright) {
        int shortest = (int) (SMALLEST * strokeWidth * (1 - 2 * HIDDEN));
        var lines = tracer.strokes(shortest).stream()
                .filter(Boxes::isStraight)
                .sorted(Comparator.comparingInt(LineTracer.Trace::span).reversed())
                .limit(MOST_LINES)
                .sorted(Comparator.comparingDouble(LineTracer.Trace::middle))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Box> next = Optional.empty();
            for (int j = i + 1; j < lines.size() && next.isEmpty(); j++) {
                if (areAlike(lines.get(i), lines.get(j))) {
                    next = box(lines.get(i), lines.get(j), upright);
                }
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

    private boolean areAlike(LineTracer.Trace one, LineTracer.Trace other) {
        double apart = other.middle() - one.middle();
        double most = HIDDEN * Math.max(one.span(), other.span()) + PARALLEL * apart + strokeWidth;
        return apart >= SMALLEST * strokeWidth
                && Math.abs(one.first().row() - other.first().row()) <= most
                && Math.abs(one.last().row() - other.last().row()) <= most
                && Math.abs(one.slope() - other.slope()) < PARALLEL
                && areAsThick(one.thickness(), other.thickness());
    }

    private static boolean areAsThick(double one, double other) {
        double thinner = Math.min(one, other);
        return Math.max(one, other) <= Math.max(ALIKE * thinner, thinner + 1);
    }

    private Optional<Box> box(LineTracer.Trace one, LineTracer.Trace other, boolean upright) {
        double thickness = Math.max(one.thickness(), other.thickness());
        // A line ends where another crosses it, half of that one's thickness before its middle.
        double before = thickness / 2;
        var first = across(one, other, one.first().row() - before, other.first().row() - before, upright, thickness);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var last = across(one, other, one.last().row() + before, other.last().row() + before, upright, thickness);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        double top = first.get().first;
        double bottom = last.get().first;
        double topOther = first.get().last;
        double bottomOther = last.get().last;
        var left = new Side(upright, top, bottom, one.at(top), one.at(bottom), thickness);
        var right = new Side(upright, topOther, bottomOther, other.at(topOther), other.at(bottomOther), thickness);
        return isInked(left) && isInked(right)
                ? Optional.of(new Box(left, right, first.get(), last.get()))
                : Optional.empty();
    }

    /**
     * The side between two lines' ends, if there is ink along it; where one end is hidden under a digit, it is at right
     * angles to the other.
     */
    private Optional<Side> across(
            LineTracer.Trace one,
            LineTracer.Trace other,
            double row,
            double otherRow,
            boolean upright,
            double thickness) {
        double tilt = -(one.slope() + other.slope()) / 2 * (other.middle() - one.middle());
        var likely = new ArrayList<>(List.of(
                side(one, other, row, otherRow, upright, thickness),
                side(one, other, row, row + tilt, upright, thickness),
                side(one, other, otherRow - tilt, otherRow, upright, thickness)));
        likely.removeIf(side -> !isLikely(side));
        // Where lines cross both are darker, so that one may seem to reach beyond the other.
        for (int away = 0; away <= reach(thickness); away++) {
            for (var side : likely) {
                if (isInked(side.moved(-away))) {
                    return Optional.of(side.moved(-away));
                }
                if (isInked(side.moved(away))) {
                    return Optional.of(side.moved(away));
                }
            }
        }
        return Optional.empty();
    }

    /** How far a side may be from where it is looked for. */
    private static int reach(double thickness) {
        return (int) Math.ceil(thickness + 1);
    }

    /** Whether there is ink near some places along a side: a look at each would take long on a page full of lines. */
    private boolean isLikely(Side side) {
        int inked = 0;
        for (int i = 1; i <= LOOKED_AT; i++) {
            int row = (int) Math.round(side.from + side.length() * i / (LOOKED_AT + 1));
            inked += nearest(side, row, reach(side.thickness) + 1) < 0 ? 0 : 1;
        }
        return inked >= INKED * LOOKED_AT;
    }

    private static Side side(
            LineTracer.Trace one,
            LineTracer.Trace other,
            double row,
            double otherRow,
            boolean upright,
            double thickness) {
        return new Side(!upright, one.at(row), other.at(otherRow), row, otherRow, thickness);
    }

    /** Whether there is ink all along a side. */
    private boolean isInked(Side side) {
        int from = (int) Math.round(side.from);
        int to = (int) Math.round(side.to);
        double left = (1 - INKED) * (to - from + 1);
        for (int row = from; row <= to && left >= 0; row++) {
            left -= nearest(side, row, 1) < 0 ? 1 : 0;
        }
        return to > from && left >= 0;
    }

    /** The column with ink that is nearest to a side in a row, and no further than so much; -1 where there is none. */
    private int nearest(Side side, int row, int most) {
        int column = (int) Math.round(side.at(row));
        for (int away = 0; away <= most; away++) {
            if (isInk(side.upright, row, column + away)) {
                return column + away;
            }
            if (isInk(side.upright, row, column - away)) {
                return column - away;
            }
        }
        return -1;
    }

    private boolean isInk(boolean upright, int row, int column) {
        int x = upright ? column : row;
        int y = upright ? row : column;
        return x >= 0 && x < width && y >= 0 && y < height && mask[y * width + x] != 0;
    }

    /** Whether enough rows have ink between the sides. */
    private boolean isWritten(Box box) {
        Side left = box.one.upright ? box.one : box.first;
        Side right = box.one.upright ? box.other : box.last;
        double inset = 2 + left.thickness;
        int rows = 0;
        for (int y = (int) (left.from + inset); y <= left.to - inset; y++) {
            boolean ink = false;
            for (int x = (int) (left.at(y) + inset); x <= right.at(y) - inset && !ink; x++) {
                ink = isInk(true, y, x);
            }
            rows += ink ? 1 : 0;
        }
        return rows > WRITTEN * left.length();
    }

    /** Clears the sides' ink but for what crosses them; the horizontal ones first, so that corners are left to the others. */
    private void erase(List<Side> sides, byte[] pixels) {
        sides.stream().filter(side -> !side.upright).forEach(side -> erase(side, pixels));
        sides.stream().filter(Side::upright).forEach(side -> erase(side, pixels));
    }

    private void erase(Side side, byte[] pixels) {
        int beyond = (int) Math.ceil(side.thickness);
        double longest = side.thickness;
        int rim = (int) Math.ceil(1 + side.thickness / 3);
        for (int row = (int) side.from - beyond; row <= side.to + beyond; row++) {
            int from = nearest(side, row, 1 + beyond / 2);
            int to = from;
            while (to - from <= longest && isInk(side.upright, row, from - 1)) {
                from--;
            }
            while (to - from <= longest && isInk(side.upright, row, to)) {
                to++;
            }
            if (to > from && to - from <= longest) {
                clear(side.upright, row, from, to, rim, pixels);
            }
        }
    }

    /** Clears a run and the grey rim beside it. */
    private void clear(boolean upright, int row, int from, int to, int rim, byte[] pixels) {
        for (int column = from - rim; column < to + rim; column++) {
            int x = upright ? column : row;
            int y = upright ? row : column;
            boolean own = column >= from && column < to;
            if (x >= 0 && x < width && y >= 0 && y < height && (own || mask[y * width + x] == 0)) {
                pixels[y * width + x] = 0;
                mask[y * width + x] = 0;
            }
        }
    }
}
