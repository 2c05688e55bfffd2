package org.numberreader.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.numberreader.number.Lattice.Candidate;

/**
 * Dynamic programming over a lattice. A state is a node and how many digits the current number has by then, so that
 * numbers of the wanted length are found exactly, and not by repairing the best path afterwards.
 */
final class PathSearch {
    /** The probability that a mark is to be left out although the network takes it for a digit. */
    private static final double SKIP = 0.01;

    /** Digits a candidate is tried as: what is less likely than its fifth digit is never read. */
    private static final int TRIED = 5;

    /** A gap twice the usual counts for a break as much as a digit of probability e^-4 counts against it. */
    private static final double BREAK = 4;

    private final Lattice lattice;
    private final Expectation expected;
    private final double wideGap;

    PathSearch(Lattice lattice, Expectation expected) {
        this.lattice = lattice;
        this.expected = expected;
        this.wideGap = wideGap(lattice);
    }

    /** A number's likeliest readings, the best first, as shares of all readings of the same ink. */
    record Ranked(Path path, double probability) {}

    /** The line's numbers on its best path, each as its digits' candidates; empty where no path has the wanted lengths. */
    List<List<Path.Choice>> numbers() {
        int end = lattice.pieces();
        var nodes = nodes(end + 1);
        put(nodes.get(0), Path.START);
        for (int node = 0; node <= end; node++) {
            for (var path : List.copyOf(nodes.get(node).values())) {
                double bonus = node == end ? 0 : breakScore(node);
                if (path.length() >= expected.fewest()) {
                    put(nodes.get(node), path.end(bonus));
                }
            }
            for (var path : List.copyOf(nodes.get(node).values())) {
                if (node < end) {
                    step(nodes, node, path);
                }
            }
        }
        Path best = nodes.get(end).get(0);
        return best == null ? List.of() : best.numbers();
    }

    /** The readings of the ink between two nodes as one number: at most {@code count}, the best first. */
    List<Ranked> readings(int from, int to, int count) {
        var paths = new ArrayList<Map<Integer, List<Path>>>();
        for (int node = from; node <= to; node++) {
            paths.add(new LinkedHashMap<>());
        }
        paths.get(0).put(0, List.of(Path.START));
        for (int node = from; node < to; node++) {
            for (var list : List.copyOf(paths.get(node - from).values())) {
                for (var path : list) {
                    for (var candidate : lattice.from(node)) {
                        int next = candidate.glyph().to();
                        if (next <= to && path.length() < expected.most()) {
                            tried(candidate)
                                    .forEach(digit -> add(
                                            paths.get(next - from),
                                            path.digit(logarithm(candidate, digit), candidate, digit),
                                            count));
                        }
                    }
                }
            }
        }
        return ranked(paths.get(to - from), count);
    }

    private List<Ranked> ranked(Map<Integer, List<Path>> ends, int count) {
        var byValue = ends.entrySet().stream()
                .filter(entry -> entry.getKey() >= expected.fewest() && entry.getKey() <= expected.most())
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparingDouble(Path::score).reversed())
                .collect(Collectors.groupingBy(Path::value, LinkedHashMap::new, Collectors.toList()));
        double total =
                Math.max(1, sum(byValue.values().stream().flatMap(List::stream).toList()));
        return byValue.values().stream()
                .map(same -> new Ranked(same.get(0), sum(same) / total))
                .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
                .limit(count)
                .toList();
    }

    private static double sum(List<Path> paths) {
        return paths.stream().mapToDouble(path -> Math.exp(path.score())).sum();
    }

    private void step(List<Map<Integer, Path>> nodes, int node, Path path) {
        // Within a number a wide gap costs what it would have earned as a break.
        double held = path.length() > 0 ? -Math.max(0, breakScore(node)) : 0;
        if (path.length() < expected.most()) {
            for (var candidate : lattice.from(node)) {
                int digit = candidate.scores().best();
                double score = logarithm(candidate, digit) + held;
                put(nodes.get(candidate.glyph().to()), path.digit(score, candidate, digit));
            }
        }
        for (var candidate : lattice.from(node)) {
            if (candidate.glyph().whole()) {
                put(nodes.get(candidate.glyph().to()), path.skip(skipped(candidate)));
            }
        }
    }

    /** A mark is left out where the network takes it for no digit, and otherwise only where nothing else fits. */
    private static double skipped(Candidate candidate) {
        return Math.log(SKIP + (1 - SKIP) * candidate.scores().notADigit());
    }

    /** Above 0 where a gap is so wide that a number ends there. */
    private double breakScore(int node) {
        double gap = lattice.gapBefore(node);
        return node == 0 ? 0 : Math.max(-BREAK, Math.min(BREAK, BREAK * (gap / wideGap - 1)));
    }

    /** From when on a gap parts numbers, in digit heights: wide for the line's own hand, and for any hand. */
    private static double wideGap(Lattice lattice) {
        double[] gaps = new double[Math.max(0, lattice.pieces() - 1)];
        for (int piece = 1; piece < lattice.pieces(); piece++) {
            gaps[piece - 1] = lattice.gapBefore(piece);
        }
        java.util.Arrays.sort(gaps);
        double usual = gaps.length == 0 ? 0 : Math.max(0, gaps[gaps.length / 2]);
        return Math.max(1.2, 2.2 * usual);
    }

    private static List<Integer> tried(Candidate candidate) {
        float[] scores = candidate.scores().digits();
        return java.util.stream.IntStream.range(0, 10)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer digit) -> -scores[digit]))
                .limit(TRIED)
                .toList();
    }

    private static double logarithm(Candidate candidate, int digit) {
        return Math.log(Math.max(1e-9, candidate.scores().digits()[digit]));
    }

    private static List<Map<Integer, Path>> nodes(int count) {
        var nodes = new ArrayList<Map<Integer, Path>>(count);
        for (int i = 0; i < count; i++) {
            nodes.add(new LinkedHashMap<>());
        }
        return nodes;
    }

    private static void put(Map<Integer, Path> states, Path path) {
        states.merge(path.length(), path, (old, now) -> now.score() > old.score() ? now : old);
    }

    private static void add(Map<Integer, List<Path>> states, Path path, int count) {
        var list = new ArrayList<>(states.getOrDefault(path.length(), List.of()));
        list.add(path);
        list.sort(Comparator.comparingDouble(Path::score).reversed());
        states.put(path.length(), List.copyOf(list.subList(0, Math.min(count, list.size()))));
    }
}
