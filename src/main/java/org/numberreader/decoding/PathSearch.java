package org.numberreader.decoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Dynamic programming over a lattice. A state is a node and how many digits the current number has by then, so that
 * numbers of the wanted length are found exactly, and not by repairing the best path afterwards.
 */
final class PathSearch {
    /** A gap twice the usual counts for a break as much as a digit of probability e^-4 counts against it. */
    private static final double BREAK = 4;

    /** No gap narrower than this parts numbers, in heights of the digits beside it. */
    private static final double NARROWEST_BREAK = 1.2;

    /** A gap so many times wider than the line's usual one may part numbers. */
    private static final double UNUSUAL = 2.2;

    private final Lattice lattice;
    private final Expectation expected;
    private final double wideGap;

    PathSearch(Lattice lattice, Expectation expected) {
        this.lattice = lattice;
        this.expected = expected;
        this.wideGap = wideGap(lattice);
    }

    /** The line's numbers on its best path, each as its digits; empty where no path has the wanted lengths. */
    List<List<Path.Choice>> numbers() {
        int end = lattice.pieces();
        var nodes = new ArrayList<Map<Integer, Path>>();
        for (int node = 0; node <= end; node++) {
            nodes.add(new HashMap<>());
        }
        put(nodes.get(0), Path.START);
        for (int node = 0; node <= end; node++) {
            double bonus = node == end ? 0 : breakScore(node);
            for (var path : List.copyOf(nodes.get(node).values())) {
                if (path.length() >= expected.fewest()) {
                    put(nodes.get(node), path.end(bonus));
                }
            }
            for (var path : List.copyOf(nodes.get(node).values())) {
                step(nodes, node, path);
            }
        }
        Path best = nodes.get(end).get(0);
        return best == null ? List.of() : best.numbers();
    }

    /**
     * The first node of a number's ink, and of the marks before it that the best path left out: they may be digits after
     * all, up to a gap that parts numbers.
     *
     * @param from the node where the number's digits begin
     * @param least the node where the number before ends
     */
    int begin(int from, int least) {
        int node = from;
        while (node > least && breakScore(node) <= 0) {
            node = lattice.markBefore(node);
        }
        return Math.max(node, least);
    }

    /** The last node, likewise: at most the node where the next number begins. */
    int end(int to, int most) {
        int node = to;
        while (node < most && breakScore(node) <= 0) {
            node = lattice.markAfter(node);
        }
        return Math.min(node, most);
    }

    private void step(List<Map<Integer, Path>> nodes, int node, Path path) {
        // Within a number a wide gap costs what it would have earned as a break.
        double held = path.length() > 0 ? -Math.max(0, breakScore(node)) : 0;
        for (var candidate : lattice.from(node)) {
            var next = nodes.get(candidate.glyph().to());
            if (path.length() < expected.most()) {
                int digit = candidate.scores().best();
                put(next, path.digit(Math.log(candidate.weight(digit)) + held, candidate, digit));
            }
            if (candidate.glyph().whole()) {
                put(next, path.skip(Math.log(candidate.skipWeight())));
            }
        }
    }

    /** Above 0 where a gap is so wide that a number ends there. */
    private double breakScore(int node) {
        if (!lattice.isMarkAt(node)) {
            return node == 0 || node == lattice.pieces() ? 0 : -BREAK;
        }
        return Math.max(-BREAK, Math.min(BREAK, BREAK * (lattice.gapBefore(node) / wideGap - 1)));
    }

    /** From when on a gap parts numbers, in digit heights: wide for the line's own hand, and for any hand. */
    private static double wideGap(Lattice lattice) {
        double[] gaps = IntStream.range(1, lattice.pieces())
                .filter(lattice::isMarkAt)
                .mapToDouble(lattice::gapBefore)
                .sorted()
                .toArray();
        double usual = gaps.length == 0 ? 0 : Math.max(0, gaps[gaps.length / 2]);
        return Math.max(NARROWEST_BREAK, UNUSUAL * usual);
    }

    private static void put(Map<Integer, Path> states, Path path) {
        states.merge(path.length(), path, (old, now) -> now.score() > old.score() ? now : old);
    }
}
