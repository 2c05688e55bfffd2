package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.layout.ruling.Skew;

/** Entries in rows, and how much these are tilted. */
final class Rows {
    /** Entries are of one row if their middles are so close, in digits' heights: hands stray by a fifth, rows are one apart. */
    private static final double CLOSE = 0.5;

    /** The steepest tilt that is looked for, as a tangent: beyond 6° the reader finds few lines. */
    private static final double STEEPEST = 0.1;

    private static final double STEP = 0.0025;

    /** A row so many times further away than rows mostly are begins something new: one row in between may be empty. */
    private static final double NEW_BLOCK = 2.5;

    private Rows() {}

    /** The skew at which the rows are level: where the entries leave most of the height free, then by least squares. */
    static Skew skew(List<Entry> entries, double height) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double tangent = -STEEPEST; tangent <= STEEPEST; tangent += STEP) {
            // Of tilts that are as good the smallest one counts.
            double covered = covered(entries, Skew.turned(tangent), height) * (1 + Math.abs(tangent));
            if (covered < least) {
                least = covered;
                best = tangent;
            }
        }
        return Skew.turned(best + slope(of(entries, Skew.turned(best), height)));
    }

    /** How much of the height the middles of the entries cover: little where they stand in rows. */
    private static double covered(List<Entry> entries, Skew skew, double height) {
        var downs = entries.stream()
                .mapToDouble(entry -> skew.down(entry.middleX(), entry.middleY()))
                .sorted()
                .toArray();
        double covered = CLOSE * height;
        for (int i = 1; i < downs.length; i++) {
            covered += Math.min(CLOSE * height, downs[i] - downs[i - 1]);
        }
        return covered;
    }

    /** The slope that all rows have in common, by least squares. */
    private static double slope(List<List<Placed>> rows) {
        double products = 0;
        double squares = 0;
        for (var row : rows) {
            double across = row.stream().mapToDouble(Placed::across).average().orElse(0);
            double down = row.stream().mapToDouble(Placed::down).average().orElse(0);
            for (var placed : row) {
                products += (placed.across() - across) * (placed.down() - down);
                squares += (placed.across() - across) * (placed.across() - across);
            }
        }
        return squares > 0 ? products / squares : 0;
    }

    /** The rows from top to bottom, each from left to right. */
    static List<List<Placed>> of(List<Entry> entries, Skew skew, double height) {
        var sorted = entries.stream()
                .map(entry -> Placed.of(entry, skew))
                .sorted(Comparator.comparingDouble(Placed::down))
                .toList();
        var rows = new ArrayList<List<Placed>>();
        double before = Double.NEGATIVE_INFINITY;
        for (var placed : sorted) {
            if (placed.down() - before > CLOSE * height) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(placed);
            before = placed.down();
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Placed::across)));
        return rows;
    }

    /** Rows that follow each other closely, block after block. */
    static List<List<List<Placed>>> blocks(List<List<Placed>> rows) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < rows.size(); i++) {
            gaps.add(down(rows.get(i)) - down(rows.get(i - 1)));
        }
        double usual = gaps.isEmpty() ? 0 : gaps.stream().sorted().toList().get(gaps.size() / 2);
        var blocks = new ArrayList<List<List<Placed>>>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || gaps.get(i - 1) > NEW_BLOCK * usual) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(rows.get(i));
        }
        return blocks;
    }

    /** A row's place is that of its entries' middle one. */
    private static double down(List<Placed> row) {
        return row.stream().mapToDouble(Placed::down).average().orElse(0);
    }
}
