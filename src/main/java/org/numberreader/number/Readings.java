package org.numberreader.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All ways to read the ink between two nodes of a lattice as one number, the likeliest first.
 */
final class Readings {
    /** Digits a candidate is tried as: what is less likely than its fifth digit is never a runner-up. */
    private static final int TRIED = 5;

    /** Ways kept in each state, so that runners-up are not lost on the way: several cuts can say the same number. */
    private static final int KEPT = 24;

    private final Lattice lattice;
    private final Expectation expected;
    private final int from;
    private final int to;

    Readings(Lattice lattice, Expectation expected, int from, int to) {
        this.lattice = lattice;
        this.expected = expected;
        this.from = from;
        this.to = to;
    }

    /** A reading and its probability. */
    record Ranked(Path path, double probability) {}

    /** The likeliest readings, the best first. */
    List<Ranked> best(int count) {
        // A value counts with its best way, not with all: many ways to cut the same ink are no more evidence than one.
        var byValue = new LinkedHashMap<String, Path>();
        for (var path : ways()) {
            byValue.merge(path.value(), path, (one, other) -> one.score() >= other.score() ? one : other);
        }
        // Also the way that leaves out all ink: it may be no number.
        double total = byValue.values().stream().mapToDouble(Readings::weight).sum();
        return byValue.values().stream()
                .filter(path -> path.length() >= expected.fewest() && path.length() <= expected.most())
                .map(path -> new Ranked(path, weight(path) / total))
                .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
                .limit(count)
                .toList();
    }

    private static double weight(Path path) {
        return Math.exp(path.score());
    }

    /** The best ways of an allowed length, and the one without digits. */
    private List<Path> ways() {
        var states = new ArrayList<List<List<Path>>>();
        for (int node = from; node <= to; node++) {
            states.add(new ArrayList<>());
        }
        add(states.get(0), Path.START);
        for (int node = from; node < to; node++) {
            for (var paths : states.get(node - from)) {
                for (var path : List.copyOf(paths)) {
                    step(states, node, path);
                }
            }
        }
        return states.get(to - from).stream()
                .flatMap(List::stream)
                .filter(path -> path.length() == 0 || path.length() >= expected.fewest())
                .toList();
    }

    private void step(List<List<List<Path>>> states, int node, Path path) {
        for (var candidate : lattice.from(node)) {
            if (candidate.glyph().to() > to) {
                continue;
            }
            var next = states.get(candidate.glyph().to() - from);
            if (path.length() < expected.most()) {
                for (int digit : likeliest(candidate.scores().digits())) {
                    add(next, path.digit(Math.log(candidate.weight(digit)), candidate, digit));
                }
            }
            if (candidate.glyph().whole()) {
                add(next, path.skip(Math.log(candidate.skipWeight())));
            }
        }
    }

    private static int[] likeliest(float[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer digit) -> -scores[digit]))
                .limit(TRIED)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void add(List<List<Path>> states, Path path) {
        while (states.size() <= path.length()) {
            states.add(new ArrayList<>());
        }
        var paths = states.get(path.length());
        if (paths.size() == KEPT) {
            if (paths.get(KEPT - 1).score() >= path.score()) {
                return;
            }
            paths.remove(KEPT - 1);
        }
        int place = paths.size();
        while (place > 0 && paths.get(place - 1).score() < path.score()) {
            place--;
        }
        paths.add(place, path);
    }
}
