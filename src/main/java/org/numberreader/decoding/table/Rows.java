package org.numberreader.decoding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.layout.ruling.Skew;

/** Entries in rows. */
final class Rows {
    /** A row so many times further away than rows mostly are begins something new: one row in between may be empty. */
    private static final double NEW_BLOCK = 2.5;

    private Rows() {}

    /** The rows from top to bottom, each from left to right. */
    static List<List<Placed>> of(List<Entry> entries, Skew skew, double height) {
        var sorted = entries.stream()
                .map(entry -> Placed.of(entry, skew))
                .sorted(Comparator.comparingDouble(Placed::down))
                .toList();
        var rows = new ArrayList<List<Placed>>();
        double before = Double.NEGATIVE_INFINITY;
        for (var placed : sorted) {
            if (placed.down() - before > Tilt.CLOSE * height) {
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
