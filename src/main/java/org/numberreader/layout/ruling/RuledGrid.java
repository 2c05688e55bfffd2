package org.numberreader.layout.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ruled lines that cross each other: what is between them are cells.
 *
 * @param across from top to bottom, two at least
 * @param down from left to right, the same
 */
public record RuledGrid(List<RuledLine> across, List<RuledLine> down) {
    /** Lines that end so close to another one meet it, in digits' heights: hands and faint print stop short. */
    private static final double NEAR = 0.7;

    /** A line that is shorter than this share of the longest one beside it parts no column or row of the whole table. */
    private static final double LONG = 0.5;

    /** Cells lower or narrower than that, in digits' heights, are squared paper, or the two edges of one thick line. */
    private static final double LEAST_CELL = 0.8;

    /** Lines that go on so far beyond the outermost one across them, in digits' heights, have open cells between them there. */
    private static final double OPEN = 1;

    public RuledGrid {
        across = List.copyOf(across);
        down = List.copyOf(down);
    }

    /**
     * The grids of a picture.
     *
     * @param height of its digits, in pixels
     */
    public static List<RuledGrid> of(RuledLines lines, double height) {
        var open = new ArrayList<>(lines.across());
        var grids = new ArrayList<RuledGrid>();
        while (!open.isEmpty()) {
            Set<RuledLine> across = new HashSet<>(Set.of(open.get(0)));
            Set<RuledLine> down = new HashSet<>();
            boolean more = true;
            while (more) {
                more = down.addAll(meeting(lines.down(), across, height));
                more |= across.addAll(meeting(open, down, height));
            }
            open.removeAll(across);
            var grid = new RuledGrid(parting(across), parting(down));
            if (grid.across.size() > 1 && grid.down.size() > 1 && grid.hasRoom(height)) {
                grids.add(new RuledGrid(apart(grid.across, height), apart(grid.down, height)));
            }
        }
        return grids;
    }

    /** The same with a line on each side to which the lines that lead there go on: its cells are open to that side. */
    public RuledGrid closed(double height) {
        return new RuledGrid(closed(across, down, height), closed(down, across, height));
    }

    private static List<RuledLine> closed(List<RuledLine> lines, List<RuledLine> leading, double height) {
        double from = leading.stream().mapToDouble(RuledLine::from).min().orElseThrow();
        double to = leading.stream().mapToDouble(RuledLine::to).max().orElseThrow();
        var first = lines.get(0);
        var last = lines.get(lines.size() - 1);
        var closed = new ArrayList<>(lines);
        if (first.middle() - from > OPEN * height) {
            closed.add(0, first.moved(from - first.middle()));
        }
        if (to - last.middle() > OPEN * height) {
            closed.add(last.moved(to - last.middle()));
        }
        return closed;
    }

    private static List<RuledLine> meeting(List<RuledLine> lines, Set<RuledLine> others, double height) {
        return lines.stream()
                .filter(line -> others.stream().anyMatch(other -> line.meets(other, NEAR * height)))
                .toList();
    }

    private static List<RuledLine> parting(Set<RuledLine> lines) {
        double longest = lines.stream().mapToDouble(RuledLine::length).max().orElse(0);
        return lines.stream()
                .filter(line -> line.length() >= LONG * longest)
                .sorted(Comparator.comparingDouble(RuledLine::middle))
                .collect(Collectors.toList());
    }

    /** Whether half of the cells can hold a digit. */
    private boolean hasRoom(double height) {
        return medianGap(across) >= LEAST_CELL * height && medianGap(down) >= LEAST_CELL * height;
    }

    private static double medianGap(List<RuledLine> lines) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            gaps.add(lines.get(i).middle() - lines.get(i - 1).middle());
        }
        return gaps.stream().sorted().toList().get(gaps.size() / 2);
    }

    /** Without the second of two that have no room between them. */
    private static List<RuledLine> apart(List<RuledLine> lines, double height) {
        var apart = new ArrayList<RuledLine>();
        for (var line : lines) {
            if (apart.isEmpty() || line.middle() - apart.get(apart.size() - 1).middle() >= LEAST_CELL * height) {
                apart.add(line);
            }
        }
        return apart;
    }
}
