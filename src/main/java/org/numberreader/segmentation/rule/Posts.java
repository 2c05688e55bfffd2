package org.numberreader.segmentation.rule;

import java.util.List;
import java.util.Optional;

/**
 * The upright strokes of printed fields, a row of boxes or a comb with a place for each digit. They stand on a long
 * line, its rail, that ends at the first and at the last of them: nothing else tells them from 1s.
 */
final class Posts {
    /** How far from upright on its rail a post is, in columns a row. */
    private static final double LEANING = 0.1;

    /** Posts are as thick as rails, */
    private static final double THICKER = 1.5;

    /** and no lower than this, in thicknesses, */
    private static final double SHORTEST = 4;

    /** and of one height, within this share of it. */
    private static final double UNEVEN = 0.2;

    private final List<LineTracer.Trace> uprights;
    private final int height;

    private Posts(List<LineTracer.Trace> uprights, int height) {
        this.uprights = uprights;
        this.height = height;
    }

    /**
     * All posts, as traces over a mask's rows.
     *
     * @param rails horizontal lines, as traces over the mask's columns
     * @param rows the mask with the rails in it
     */
    static List<LineTracer.Trace> of(List<LineTracer.Trace> rails, byte[] rows, int width, int height) {
        double thickest =
                rails.stream().mapToDouble(LineTracer.Trace::thickness).max().orElse(0);
        if (thickest == 0) {
            return List.of();
        }
        var uprights = new LineTracer(rows, height, width, THICKER * thickest + 1).traces((int) (SHORTEST * thickest));
        var found = new Posts(uprights, height);
        return rails.stream()
                .flatMap(rail -> found.on(rail).stream())
                .distinct()
                .toList();
    }

    /** The posts on a rail; none where it goes on beyond them, as a ruled line does. */
    private List<LineTracer.Trace> on(LineTracer.Trace rail) {
        double thickness = rail.thickness();
        var standing = uprights.stream()
                .filter(upright -> Math.abs(upright.slope() + rail.slope()) < LEANING && reach(upright, rail) > 0)
                .toList();
        var first = at(rail.first().row(), standing, thickness);
        var last = at(rail.last().row(), standing, thickness);
        if (first.isEmpty() || last.isEmpty() || first.equals(last)) {
            return List.of();
        }
        double high = Math.max(reach(first.get(), rail), reach(last.get(), rail));
        return standing.stream()
                .filter(upright -> Math.abs(reach(upright, rail) - high) < UNEVEN * high + thickness)
                .toList();
    }

    /** The post at a rail's end. */
    private static Optional<LineTracer.Trace> at(int column, List<LineTracer.Trace> standing, double thickness) {
        return standing.stream()
                .filter(upright -> Math.abs(upright.first().centre() - column) < 2 * thickness + 2)
                .findFirst();
    }

    /** How far an upright goes up or down from a rail that it meets, in rows; 0 where it does not meet it. */
    private double reach(LineTracer.Trace upright, LineTracer.Trace rail) {
        int column = (int) Math.round((upright.first().centre() + upright.last().centre()) / 2);
        double row =
                rail.first().centre() + rail.slope() * (column - rail.first().row());
        double near = 2 * rail.thickness() + 2;
        double above = row - upright.first().row();
        double below = upright.last().row() - row;
        boolean inside =
                column > rail.first().row() - near && column < rail.last().row() + near;
        return inside
                        && (above > -near && above < height && below > -near && below < height)
                        && Math.min(Math.abs(above), Math.abs(below)) < near
                ? Math.max(above, below)
                : 0;
    }
}
