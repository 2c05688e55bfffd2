package org.numberreader.decoding;

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
            var edges = edges(node);
            for (var paths : states.get(node - from)) {
                for (var path : List.copyOf(paths)) {
                    step(states, edges, path);
                }
            }
        }
        return states.get(to - from).stream()
                .flatMap(List::stream)
                .filter(path -> path.length() == 0 || path.length() >= expected.fewest())
                .toList();
    }

    /** What each path through a candidate adds to its score: worked out once, for there are many paths. */
    private record Edge(Lattice.Candidate candidate, int[] digits, double[] scores, double skipped) {
        static Edge of(Lattice.Candidate candidate) {
            int[] digits = likeliest(candidate.scores().digits());
            double[] scores = IntStream.of(digits)
                    .mapToDouble(digit -> Math.log(candidate.weight(digit)))
                    .toArray();
            return new Edge(candidate, digits, scores, Math.log(candidate.skipWeight()));
        }
    }

    private List<Edge> edges(int node) {
        return lattice.from(node).stream()
                .filter(candidate -> candidate.glyph().to() <= to)
                .map(Edge::of)
                .toList();
    }

    private void step(List<List<List<Path>>> states, List<Edge> edges, Path path) {
        for (var edge : edges) {
            var glyph = edge.candidate.glyph();
            var next = states.get(glyph.to() - from);
            if (path.length() < expected.most()) {
                for (int i = 0; i < edge.digits.length; i++) {
                    if (isKept(next, path.length() + 1, path.score() + edge.scores[i])) {
                        add(next, path.digit(edge.scores[i], edge.candidate, edge.digits[i]));
                    }
                }
            }
            if (glyph.whole()) {
                add(next, path.skip(edge.skipped));
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

    /** Whether a way of that length and score is among the best: most are not, and need not be made. */
    private static boolean isKept(List<List<Path>> states, int length, double score) {
        if (states.size() <= length) {
            return true;
        }
        var paths = states.get(length);
        return paths.size() < KEPT || paths.get(KEPT - 1).score() < score;
    }

    private static void add(List<List<Path>> states, Path path) {
        if (!isKept(states, path.length(), path.score())) {
            return;
        }
        while (states.size() <= path.length()) {
            states.add(new ArrayList<>());
        }
        var paths = states.get(path.length());
        if (paths.size() == KEPT) {
            paths.remove(KEPT - 1);
        }
        int place = paths.size();
        while (place > 0 && paths.get(place - 1).score() < path.score()) {
            place--;
        }
        paths.add(place, path);
    }
}
